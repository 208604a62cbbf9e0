import { readClock } from '../../domain/clocks/clock.ts';
import { readStamp } from './stamps.ts';
import type { Stamp } from './stamps.ts';

/** An entry of a live blog: it begins with a time of day and nothing else ("12.29", "10:15 a.m. ET –", "+++ 14.30 Uhr"). */
export type ClockEntry = {
  readonly written: string;
  readonly stamp: Stamp;
  /** A title set off in a ticker ("+++ 14.30 Uhr: Entwarnung +++"), or null. */
  readonly title: string | null;
  readonly rest: string;
  /** Whether the time is set off (alone on its line, or closed by a colon or dash). */
  readonly setOff: boolean;
};

const OPENING = /^[\s*_>•+|=~–—-]*[[(]?[\s*_]*(?:(?:posted|published|at|um)(?:\s(?:at|on))?\s)?/i;
const CLOSING = /[\s*_+]*[\])]?[\s*_+]*(?:[:|»>]|[–—]|-+(?=\s)|$)?[\s*_+]*/y;

/** Reads such an entry at the head of a line, or null. */
export function readClockEntry(line: string): ClockEntry | null {
  const from = OPENING.exec(line)?.[0].length ?? 0;
  const found = readStamp(line, from);
  if (!found || found.stamp.clock === null || !clockLed(line, from, found.stamp)) return null;
  CLOSING.lastIndex = found.end;
  const end = CLOSING.test(line) ? CLOSING.lastIndex : found.end;
  const closing = line.slice(found.end, end);
  const { title, rest } = tickerTitle(line.slice(end).trim());
  const setOff =
    rest === '' || title !== null || /[:|»>–—\])-]/.test(closing) || line.slice(0, from).includes('+');
  if (!setOff && !/^["'“‘«(¿¡@#]?[\p{Lu}\p{N}]/u.test(rest)) return null;
  if (closing === '' && rest !== '') return null;
  return { written: line.slice(0, end).trim(), stamp: found.stamp, title, rest, setOff };
}

function tickerTitle(text: string): { title: string | null; rest: string } {
  const bar = text.indexOf('+++');
  if (bar < 0) return { title: null, rest: text };
  const [title, rest] = [text.slice(0, bar).trim(), text.slice(bar).replace(/^\++\s*/, '')];
  return rest === '' || title === '' ? { title: null, rest: title || rest } : { title, rest };
}

/** The line opens with a clock, or with a date that is followed at once by one. */
function clockLed(line: string, from: number, stamp: Stamp): boolean {
  const clock = readClock(line, from);
  if (clock === null) return stamp.date !== null && stamp.date.type !== 'relative';
  return (
    clock.form !== 'bare' ||
    !/^\s?(?:%|per\s?cent|million|billion|m\b|bn\b|km\b|miles|points?|seconds?)/.test(line.slice(clock.end))
  );
}
