/** Strokes on a grid of 20; letters where a letter says it best. */
const PATHS = {
  strong: 'M6 4h5a3 3 0 0 1 0 6H6zM6 10h6a3 3 0 0 1 0 6H6z',
  em: 'M9 4h6M5 16h6M12 4 8 16',
  strike: 'M14 6c-1-2-7-2.500-7 1 0 1.500 1 2.300 3 3M3 10h14M6 14c1 2.500 8 2.500 8-1',
  code: 'm7 6-4 4 4 4M13 6l4 4-4 4',
  link: 'M8.500 11.500 a3 3 0 0 0 4.300.200l2.700-2.700a3 3 0 0 0-4.300-4.300l-1.200 1.200M11.500 8.500a3 3 0 0 0-4.300-.200L4.500 11a3 3 0 0 0 4.300 4.300l1.200-1.200',
  bullets: 'M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01',
  numbers: 'M9 5h8M9 10h8M9 15h8M3 4l1.500-1v5M3 12.500c1-1.500 3-.500 2.500.800L3 16.500h3',
  quote: 'M4 5v10M8 7h9M8 10.500h9M8 14h6',
  statement: 'M4 5h12v8h-6l-4 3.500V13H4zM7 8h6M7 10.500h3.500',
  picture: 'M3 4.500h14v11H3zM3 13l4-4 4 4 2-2 4 4M13.500 7.500h.01',
  embed: 'M3 4.500h14v11H3zM8.500 7.500v5l4-2.500z',
  rule: 'M3 10h14',
  undo: 'M7 4 3 8l4 4M3 8h9a4.500 4.500 0 0 1 0 9H8',
  redo: 'm13 4 4 4-4 4M17 8H8a4.500 4.500 0 0 0 0 9h4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
