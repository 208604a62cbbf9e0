import { classes } from './classes.ts';
import './icons.css';

/** Drawn on a grid of 20, with a line of 1.6. */
const PATHS = {
  activity: 'M2.5 10h3.2l2.3-6 4 12 2.3-6h3.2',
  at: 'M13.5 10a3.5 3.5 0 1 1-1-2.5M13.5 6.5v4.7c0 3.2 4 2.7 4-1.2A7.5 7.5 0 1 0 14 16.3',
  auto: 'M10 3.5a6.5 6.5 0 1 0 0 13zM10 3.5a6.5 6.5 0 0 1 0 13',
  back: 'M16.5 10h-13m0 0L8.5 5m-5 5 5 5',
  bell: 'M5.5 8.5a4.5 4.5 0 0 1 9 0c0 4.5 2 5.5 2 5.5h-13s2-1 2-5.5M8.5 16.5a1.6 1.6 0 0 0 3 0',
  bold: 'M6 4.5h4.8a2.6 2.6 0 0 1 0 5.3H6zm0 5.3h5.6a2.9 2.9 0 0 1 0 5.7H6z',
  bolt: 'M11 2.5 4.5 11.5H10l-1 6 6.5-9H10z',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  camera: 'M3 6.5h3.5L8 4.5h4l1.5 2H17v9.5H3zM10 13.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6',
  check: 'm4 10.5 4 4 8-9',
  'chevron-down': 'm5 7.5 5 5 5-5',
  'chevron-left': 'm12.5 5-5 5 5 5',
  'chevron-right': 'm7.5 5 5 5-5 5',
  'chevron-up': 'm5 12.5 5-5 5 5',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 6v4.2l2.8 1.8',
  close: 'm5 5 10 10M15 5 5 15',
  cloud: 'M6 15.5a3.5 3.5 0 0 1-.4-7 4.6 4.6 0 0 1 8.8 0 3.5 3.5 0 0 1-.4 7z',
  'cloud-off': 'M3 3l14 14M7.4 5.7a4.6 4.6 0 0 1 7 2.8 3.5 3.5 0 0 1 2 5.7M5.6 8.5a3.5 3.5 0 0 0 .4 7h7.5',
  code: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  copy: 'M7 7h9.5v9.5H7zM13 7V3.5H3.5V13H7',
  crop: 'M6 2.5V14h11.5M2.5 6H14v11.5',
  drag: 'M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01',
  edit: 'M4 16l.8-3.6 8.6-8.6a1.6 1.6 0 0 1 2.3 0l.5.5a1.6 1.6 0 0 1 0 2.3l-8.6 8.6zM12 5.2l2.8 2.8',
  external: 'M11.5 3.5h5v5m0-5-7 7M14 11.5v5H3.5V6h5',
  eye: 'M2 10s2.8-5 8-5 8 5 8 5-2.8 5-8 5-8-5-8-5M10 12.3a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6',
  file: 'M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15',
  filter: 'M3 5h14M5.5 10h9M8 15h4',
  flag: 'M5 17.5v-14m0 .5h9.5l-2 3.2 2 3.3H5',
  globe:
    'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M3 10h14M10 3c2.2 2 3 4.3 3 7s-.8 5-3 7c-2.2-2-3-4.3-3-7s.8-5 3-7',
  heading: 'M5 4.5v11M15 4.5v11M5 10h10',
  help: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M7.8 8a2.2 2.2 0 1 1 3.1 2c-.6.3-.9.7-.9 1.4M10 13.8h.01',
  history: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7M10 6.5V10l2.5 1.5',
  image: 'M3 4h14v12H3zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M12.5 7.5h.01',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M10 9v5M10 6.3h.01',
  italic: 'M8.5 4.5h5M6.5 15.5h5M11 4.5l-2 11',
  key: 'M12.5 11.5a4 4 0 1 0-3.4-1.9L3 15.7V17.5h2.5v-2h2v-2l1.9-1.9M13.2 6.8h.01',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.3h.01M8.5 8.3h.01M11.5 8.3h.01M14.5 8.3h.01M6.5 11.7h7',
  laptop: 'M4.5 4.5h11v8h-11zM2.5 15.5h15',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.6a3 3 0 0 0-4.3-4.3L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.6a3 3 0 0 0 4.3 4.3l1.1-1.1',
  list: 'M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01',
  lock: 'M4.5 9h11v7.5h-11zM7 9V6.5a3 3 0 0 1 6 0V9',
  mail: 'M3 5h14v10.5H3zM3 6l7 5 7-5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  moon: 'M16.5 12A7 7 0 0 1 8 3.5a6.7 6.7 0 1 0 8.5 8.5',
  more: 'M4.3 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M9.3 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0M14.3 10a.7.7 0 1 0 1.4 0 .7.7 0 1 0-1.4 0',
  note: 'M3.5 4h13v9.5H9l-3.5 3v-3h-2z',
  'ordered-list':
    'M8 5h8.5M8 10h8.5M8 15h8.5M3.5 3.8l1-.5v3.5M3.3 9.2c.6-.8 1.9-.5 1.9.4 0 .8-1.9 1.5-1.9 2.2h2M3.4 13.5h1.7l-1 1.2c1.6 0 1.4 2-.8 1.6',
  pause: 'M7 4.5v11M13 4.5v11',
  people:
    'M7.5 9.5a2.7 2.7 0 1 0 0-5.5 2.7 2.7 0 0 0 0 5.5M2.5 16a5 5 0 0 1 10 0M13 4.3a2.7 2.7 0 0 1 0 5M14.2 11.5A5 5 0 0 1 17.5 16',
  phone: 'M6 2.5h8v15H6zM9 15h2',
  pin: 'M7.5 3h5l-.5 5.5 2.5 2.5H5.5L8 8.5zM10 11v6',
  play: 'M6.5 4.5v11l9-5.5z',
  plus: 'M10 4v12M4 10h12',
  quote: 'M4 13.5c2.5-.5 3.5-2 3.5-4.5V6H4v4h3.5M11.5 13.5c2.5-.5 3.5-2 3.5-4.5V6h-3.5v4H15',
  readers: 'M10 9.8a3.2 3.2 0 1 0 0-6.3 3.2 3.2 0 0 0 0 6.3M3.5 17a6.5 6.5 0 0 1 13 0',
  redo: 'M16.5 8H8a4.2 4.2 0 0 0 0 8.5h3.5M13 4.5 16.5 8 13 11.5',
  restore: 'M3.5 10a6.5 6.5 0 1 0 2-4.7L3.5 7M3.5 3.5V7H7',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11M13 13l4 4',
  send: 'M3 10 17 3.5 12.5 17 9.5 11zM17 3.5 9.5 11',
  settings: 'M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4M7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  shield: 'M10 2.8 4 5v4.5c0 3.7 2.5 6.3 6 7.7 3.5-1.4 6-4 6-7.7V5zM7.5 9.8l2 2 3.2-3.6',
  'sign-out': 'M8 3.5H3.5v13H8M8.5 10h8m0 0-3-3m3 3-3 3',
  stop: 'M5 5h10v10H5z',
  story: 'M3 4h11v12.5H4.5A1.5 1.5 0 0 1 3 15zM14 8h3v6.7a1.6 1.6 0 0 1-3 0M5.8 7h5.4M5.8 10h5.4M5.8 13h3',
  sun: 'M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4M10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M15.7 4.3l-1.3 1.3M5.6 14.4l-1.3 1.3',
  sync: 'M4 8.5A6.3 6.3 0 0 1 15.5 7M16 11.5A6.3 6.3 0 0 1 4.5 13M15.8 3.5V7h-3.5M4.2 16.5V13h3.5',
  trash: 'M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.8 11h8.4l.8-11M8.3 8.5v5M11.7 8.5v5',
  undo: 'M3.5 8H12a4.2 4.2 0 0 1 0 8.5H8.5M7 4.5 3.5 8 7 11.5',
  upload: 'M10 13V3.5m0 0L6.5 7M10 3.5 13.5 7M3.5 13v3.5h13V13',
  download: 'M10 3.5V13m0 0-3.5-3.5M10 13l3.5-3.5M3.5 13v3.5h13V13',
  warning: 'M10 3.5 2.5 16.5h15zM10 8.5v4M10 14.3h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** Those that point along the line of reading: mirrored where it runs to the left. */
const DIRECTED = new Set<IconName>([
  'back',
  'chevron-left',
  'chevron-right',
  'redo',
  'undo',
  'sign-out',
  'send',
  'list',
]);

/** A picture beside words, or alone in an `IconButton` that has a name: screen readers pass it over. */
export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  return (
    <svg
      className={classes('icon', large && 'icon-large', DIRECTED.has(name) && 'icon-directed')}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
