import type { Instant } from '../../domain/time.ts';
import { formatOf, local, type ClockFace } from './clock-face.ts';
import { zoneName } from './zone-name.ts';

/** As print abbreviates them: the long ones only, and never in another way. */
const MONTHS = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
];

/** `1:30 a.m. ET`, `2 p.m. Vietnam time`, `noon ET`: 12 a.m. and 12 p.m. are read either way, so they are named. */
export const englishClock: ClockFace = {
  clock(at, zone) {
    const { hour, minute } = local(at, zone);
    return `${timeOfDay(hour, minute)} ${zoneName(zone, at)}`;
  },
  date(at, zone, year) {
    const day = local(at, zone);
    return `${MONTHS[day.month - 1]} ${day.day}${year ? `, ${day.year}` : ''}`;
  },
  day(at: Instant, zone, year) {
    const named = { weekday: 'long', month: 'long', day: 'numeric' } as const;
    return formatOf('en-US', zone, year ? { ...named, year: 'numeric' } : named).format(new Date(at));
  },
};

function timeOfDay(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'noon';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
}
