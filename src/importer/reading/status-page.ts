import { readClockEntry } from './live-blog.ts';
import type { Stamp } from './stamps.ts';

/** The words a service's status page gives its updates. */
const STATUS =
  /^(?:investigating|identified|monitoring|resolved|update|updated|scheduled|in progress|completed|verifying|postmortem|post-incident review|degraded|degraded performance|partial outage|major outage|outage|recovering|recovered|mitigated|fixed|operational|maintenance|acknowledged|cancell?ed)$/i;
const LED = /^([A-Za-z][A-Za-z -]{3,24}?)\s(?:[–—]|-)\s+(?=\S)/;
const POSTED = /^posted\b/i;

/** "Resolved - All services are running." → its status and text; null where the line opens with no status. */
export function readStatus(line: string): { readonly status: string; readonly text: string } | null {
  const led = LED.exec(line);
  if (led?.[1] !== undefined && STATUS.test(led[1]))
    return { status: led[1], text: line.slice(led[0].length).trim() };
  const alone = line.trim().replace(/[:.]$/, '');
  return STATUS.test(alone) && !/^updated?$/i.test(alone) ? { status: alone, text: '' } : null;
}

/** "Posted 3 days ago. Sep 17, 2020 - 00:23 PDT": the time stands under the entry. */
export function isPostedLine(line: string): boolean {
  return POSTED.test(line) && /\d/.test(line) && line.length < 120;
}

/** The time in such a line, or null. */
export function stampBelow(line: string): Stamp | null {
  const dated = /(?:^posted\b[^.]{0,40}\.\s*)?(.*)$/i.exec(line)?.[1] ?? line;
  return readClockEntry(dated)?.stamp ?? readClockEntry(line)?.stamp ?? null;
}
