import { words } from './lines.ts';

/** A byline as a post prints it: "By Ann Lee and Tom Roy, Staff Writers | May 3, 2015". */
export type Byline = {
  readonly names: readonly string[];
  /** What follows the names on the line: a date, a house. */ readonly rest: string;
};

const LEAD_IN =
  /^[\s*_•|–—-]*(?:(?:(?:story|words|text|report|posted|published|written|reported|filed|reporting|compiled|article)\s)?by\b|author(?:s)?\s?:|reporter\s?:|writer\s?:|von\b|par\b|por\b|texte?\s?:|di(?=\s\p{Lu})|door\b|av\b|af\b)\s?:?\s*/iu;
const NAME =
  /(?:\p{Lu}[\p{L}\p{M}'’.-]*|(?:de|da|di|del|della|der|den|van|von|le|la|el|al|bin|ibn|ben|dos|du|y|zu|ter|ten)(?=\s))(?:\s|$|(?=[,|(–—;/&]))/uy;
const JOIN = /(?:,?\s?(?:and|und|et|y|&|e|with|en|og|och)\s|,\s)/y;
/** Words that show a capitalised phrase to be a post, a house or a place and no name. */
const NOT_NAMES =
  /^(?:staff|senior|the|associated|press|correspondent|reporter|reporters|editor|editors|writer|writers|producer|special|contributor|news|washington|bureau|chief|political|associate|national|world|business|sports|science|crime|digital|agency|agencies|reuters|afp|ap|cnn|bbc|for|in|on|at|of|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|updated|published|posted|managing|deputy|assistant|photographs?|photos?|last|daily|mail|post|times|edited|edits|editing|photography|games|may(?=\s\d)|created|modified|min|read)$/i;

/** Reads a byline that a short line is, or null. */
export function readByline(line: string): Byline | null {
  if (line.length > 200) return null;
  const led = LEAD_IN.exec(line);
  if (!led) return null;
  const names: string[] = [];
  let at = led[0].length;
  for (let count = 0; count < 8; count++) {
    const name = readName(line, at);
    if (name === null) break;
    names.push(name.text);
    at = name.end;
    JOIN.lastIndex = at;
    const join = JOIN.exec(line);
    if (join === null) break;
    if (readName(line, JOIN.lastIndex) === null) break;
    at = JOIN.lastIndex;
  }
  const rest = line
    .slice(at)
    .replace(/^[\s,|•·–—-]+/, '')
    .trim();
  if (names.length === 0) return houseByline(line, led[0].length);
  return endsLikeByline(rest) ? { names, rest } : null;
}

/** Two to five words of a name; "Staff" and the like end it. */
function readName(line: string, from: number): { text: string; end: number } | null {
  let end = from;
  let count = 0;
  for (; count < 5; count++) {
    NAME.lastIndex = end;
    const match = NAME.exec(line);
    if (!match || NOT_NAMES.test(match[0].trim().replace(/\.$/, ''))) break;
    end = NAME.lastIndex;
    if (/^[,|(–—;/&]/.test(line.slice(end))) {
      count += 1;
      break;
    }
  }
  const text = line.slice(from, end).trim();
  return count === 0 || (count === 1 && text.length < 3) || !/\p{Lu}/u.test(text)
    ? null
    : { text, end: from + line.slice(from, end).trimEnd().length };
}

/** "By Associated Press", "By CNN Staff": a house signs. */
function houseByline(line: string, from: number): Byline | null {
  const text = line.slice(from).trim();
  const all = words(text);
  const capital = all.every((word) => /^(?:[\p{Lu}\p{N}]|of|the|for|and|&)/u.test(word));
  return all.length >= 1 &&
    all.length <= 5 &&
    capital &&
    !/[.:;!?]$/.test(text) &&
    !/^(?:the\s)?\d/i.test(text)
    ? { names: [text], rest: '' }
    : null;
}

/** After the names a byline goes on with a post, a house, a date – not with a verb. */
function endsLikeByline(rest: string): boolean {
  if (rest === '') return true;
  if (words(rest).length > 14 || /[.!?]["”]?$/.test(rest.replace(/\b[ap]\.m\.$|\b(?:U\.S|D\.C)\.$/i, '')))
    return false;
  return /^(?:on\s|in\s|for\s|at\s|of\s|\(|[|/@]|[\p{Lu}\p{N}]|(?:staff|senior|chief|correspondent|reporter|special|contribut|editor|writer|political|science|crime|business|updated|published|posted|national|foreign|news|tech|sports))/iu.test(
    rest,
  );
}
