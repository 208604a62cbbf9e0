import { Icon, type IconName } from '../../kit/icons.tsx';

/** What the kit has no drawing for; on the same grid of 20, with the same line. */
const PATHS = {
  strike:
    'M13.8 6.4c-.7-2.6-7-2.7-7 .8 0 1.4 1 2.2 2.60 2.8M3.50 10h13M6.20 13.4c.7 2.80 7.60 2.90 7.6-.70 0-.5-.1-.9-.3-1.3',
  statement: 'M3.50 4.5h13v8.5H10l-4 3.5V13H3.5zM6.50 7.5h7M6.50 10h4',
  rule: 'M3 10h14M6 5.5h8M6 14.5h8',
  embed: 'M3 4.5h14v11H3zM8.50 7.5v5l4-2.5z',
} as const;

export type Face = IconName | keyof typeof PATHS;

export function FaceOf({ name }: { name: Face }) {
  if (!(name in PATHS)) return <Icon name={name as IconName} />;
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name as keyof typeof PATHS]} />
    </svg>
  );
}
