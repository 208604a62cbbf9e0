import type { Block } from '../flat-post.ts';
import { readClockEntry } from './live-blog.ts';
import { endsSentence } from './lines.ts';
import { readClock } from '../../domain/clocks/clock.ts';
import { readMarker } from './markers.ts';
import { isPostedLine, readStatus } from './status-page.ts';

/** How a page tells its updates apart. */
export type PageStyle = 'markers' | 'live-blog' | 'status';

const CHRONICLE =
  /\b(?:timeline|time line|how (?:it|events|the \w+) unfolded|schedule|programme|agenda|itinerary|chronolog(?:y|ie)|ablauf|zeitplan|horaires)\b/i;

/** Tells the style by what most of the page's entries begin with. */
export function pageStyle(blocks: readonly Block[], headline: string): PageStyle {
  if (isStatusPage(blocks)) return 'status';
  const own = blocks.filter(({ kind }) => kind !== 'tweet' && kind !== 'quote' && kind !== 'rule');
  const entries = [...own.entries()].filter(([, block]) => readClockEntry(block.text) !== null);
  const stamped = own.filter(({ text }) => {
    const marker = readMarker(text);
    return marker !== null && marker.stamp !== null && !marker.participle;
  }).length;
  const first = entries[0]?.[0] ?? 0;
  const chronicle =
    CHRONICLE.test(headline) ||
    own.slice(Math.max(0, first - 1), first).some(({ text }) => text.length < 120 && CHRONICLE.test(text));
  if (chronicle || entries.length <= stamped || isProgramme(entries.map(([, { text }]) => text)))
    return 'markers';
  const sure = entries.filter(([, block]) => isSure(block.text)).length;
  return entries.length >= 3 || sure >= 2 ? 'live-blog' : 'markers';
}

/** "7 p.m. – Doors open": lines that name what is to come tell nothing that happened. */
function isProgramme(lines: readonly string[]): boolean {
  const rests = lines.map((line) => readClockEntry(line)?.rest ?? '');
  const named = rests.filter((rest) => rest !== '' && rest.length < 60 && !endsSentence(rest)).length;
  return rests.length > 0 && named >= rests.length * 0.7;
}

/** "12.29" may be a figure; "2:14 p.m." and "14:05 –" are times. */
function isSure(text: string): boolean {
  const entry = readClockEntry(text);
  const from = text.search(/\d/);
  return entry !== null && entry.setOff && from >= 0 && readClock(text, from)?.form !== 'bare';
}

function isStatusPage(blocks: readonly Block[]): boolean {
  let entries = 0;
  for (const [at, { text }] of blocks.entries()) {
    const next = blocks[at + 1]?.text ?? '';
    const entry = readClockEntry(text);
    if (entry !== null && readStatus(entry.rest || next) !== null) entries += 1;
    else if (readStatus(text) !== null && (isPostedLine(next) || isPostedLine(blocks[at + 2]?.text ?? '')))
      entries += 1;
  }
  return entries > 0;
}
