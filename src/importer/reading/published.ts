import { plain } from './lines.ts';
import { readStamp } from './stamps.ts';
import type { Stamp } from './stamps.ts';

const LEAD_IN =
  /^[\s*_|•·(]*(?:first |originally )?(?:published|posted|created|date|veröffentlicht|publié|publicado|pubblicato|on)?(?:\s?(?:on|at|:|am|le|el|il))*\s*/i;

/** The time of publication that a line of its own gives ("December 13, 2016", "Published: 9 May 2014, 10:15 BST"), or null. */
export function readDateLine(line: string): Stamp | null {
  if (line.length > 140) return null;
  const from = LEAD_IN.exec(line)?.[0].length ?? 0;
  const found = readStamp(line, from);
  if (!found || (found.stamp.date === null && from === 0)) return null;
  if (found.stamp.date?.type === 'weekday' && found.stamp.clock === null) return null;
  const rest = plain(line.slice(found.end)).replace(/^[\s|,·•)–—-]+/, '');
  return rest === '' || /^(?:updated|last updated|modified|\d+ min read|by )/.test(rest) ? found.stamp : null;
}

export function isDateLine(line: string): boolean {
  return readDateLine(line) !== null;
}
