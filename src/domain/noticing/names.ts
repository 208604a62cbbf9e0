import { isOpener } from './common-words.ts';
import { withoutPossessive, writtenWords, type WrittenWord } from './words.ts';

/** A name as it stands in a text: one capitalised word or several in a row. */
export type WrittenName = { text: string; words: string[]; from: number; to: number };

const PARTICLES = /^(?:de|da|di|del|der|den|van|von|la|le|el|al|bin|ibn|dos|du|y|zu|of|and)$/;
/** Between the words of a name there is a space and nothing else. */
const WITHIN = /^[ \u00a0]$/;
/** Capitalised in headlines, and never within a name. */
const LINKS =
  /^(?:The|And|But|In|On|At|Of|For|To|With|From|By|As|Is|Was|Are|He|She|They|It|Says?|Said|Not|No)$/;
const ENDS_SENTENCE = /(?:^|[.!?…:»”"]\s+|\n\s*)[“"«„‘'([]*$/u;
/** Weekdays, months and such are spelt as they are by everybody. */
const CALENDAR =
  /^(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)days?|January|February|March|April|May|June|July|August|September|October|November|December)$/;

const isCapitalised = ({ text }: WrittenWord): boolean =>
  /^\p{Lu}/u.test(text) && /\p{Ll}/u.test(text) && !CALENDAR.test(withoutPossessive(text));

/** The names of a text. A capital at a sentence's beginning is one only where more of a name follows it. */
export function writtenNames(text: string): WrittenName[] {
  const words = writtenWords(text);
  const found: WrittenName[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]!;
    const begins = ENDS_SENTENCE.test(text.slice(Math.max(0, first.from - 12), first.from));
    // A tag and a handle are spelt as they were chosen.
    const isHandle = /[#@_/]$/.test(text.slice(0, first.from).slice(-1));
    if (isHandle || !isCapitalised(first) || (begins && isOpener(withoutPossessive(first.text)))) continue;
    const run = runFrom(text, words, at);
    at += run.length - 1;
    if (run.length === 1 && begins) continue;
    found.push(nameOf(text, run));
  }
  return found;
}

function runFrom(text: string, words: WrittenWord[], at: number): WrittenWord[] {
  const run = [words[at]!];
  for (let next = at + 1; next < words.length && run.length < 8; next += 1) {
    const [last, word] = [run.at(-1)!, words[next]!];
    if (last.text !== withoutPossessive(last.text) || !WITHIN.test(text.slice(last.to, word.from))) break;
    if (isCapitalised(word) && !LINKS.test(word.text)) run.push(word);
    else {
      const after = words[next + 1];
      const holds =
        after &&
        PARTICLES.test(word.text) &&
        isCapitalised(after) &&
        WITHIN.test(text.slice(word.to, after.from));
      if (!holds || /^(?:of|and)$/.test(word.text)) break;
      run.push(word, after);
      next += 1;
    }
  }
  return run;
}

function nameOf(text: string, run: WrittenWord[]): WrittenName {
  const last = run.at(-1)!;
  const from = run[0]!.from;
  const to = last.from + withoutPossessive(last.text).length;
  const name = text.slice(from, to);
  return { text: name, words: name.split(/[ \u00a0]/), from, to };
}
