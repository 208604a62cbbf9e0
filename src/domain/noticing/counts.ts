import { folded } from '../find/words.ts';
import { figureOf, scaleOf } from './figures.ts';
import { writtenNames } from './names.ts';
import { sentencesOf } from './sentences.ts';
import { writtenWords, type WrittenWord } from './words.ts';

/** A number with what it counts: "12 people were hurt". */
export type Count = {
  /** What is counted and what became of it: what two of a kind are told by. */
  key: string;
  figure: number;
  from: number;
  to: number;
  /** The figure and its words, for a sentence of ours. */
  words: string;
  /** Names in its sentence after it: where it is told of. */
  places: string[];
};

/** People without a word of their own. */
const PEOPLE = /^(?:people|persons?|others?|civilians|victims|menschen|personen|personnes|personas|pessoas)$/;
const CASUALTIES: [RegExp, string][] = [
  [
    /^(?:dead|killed|died|deaths|fatalities|tote|toten|getötet|morts?|mortes|muertos|muertes|mortos|kills?|killing)$/,
    'dead',
  ],
  [
    /^(?:hurt|injured|wounded|injuries|verletzte|verletzten|verletzt|blessés|heridos|feridos|injur(?:es|ing)|wound(?:s|ing)|hurting)$/,
    'hurt',
  ],
  [/^(?:missing|vermisste|vermisst|disparus|desaparecidos)$/, 'missing'],
  [/^(?:arrested|detained|arrests|festnahmen|festgenommen|arrêtés|detenidos|arresting)$/, 'arrested'],
];
const SKIPPED =
  /^(?:were|was|are|is|have|has|had|been|being|be|reported(?:ly)?|confirmed|now|already|so|far|as|left|found|still|wurden|wurde|sind|worden|ont|été|sont|fueron|han|sido|foram|estão)$/;
/** What is measured rather than counted, or counted off a calendar. */
const UNITS =
  /^(?:percent|percentage|points?|degrees?|dollars?|euros?|pounds?|cents?|yuan|yen|rubles?|miles?|kilomet(?:er|re)s?|km|met(?:er|re)s?|feet|foot|inch(?:es)?|acres?|hectares?|tons?|tonnes?|kilos?|litres?|liters?|gallons?|years?|months?|weeks?|days?|hours?|minutes?|seconds?|times|o’clock|am|pm|uhr|jahre?n?|monate?n?|tage?n?|stunden?|minuten?|prozent|ans|années|mois|jours|heures|pour|años|meses|días|horas|por|anos|dias|january|february|march|april|may|june|july|august|september|october|november|december)$/;
/** Another amount than the whole: not to be held against it. */
const PARTIAL = /^(?:more|another|other|additional|further|extra|least|remaining|first|last|next|of|other)$/;
const BEFORE_PARTIAL =
  /^(?:another|additional|further|extra|other|first|last|next|other|aged?|no|number|page|chapter|section|route|flight|room|gate|channel|highway|article)$/;
const STATE = /(?:ed|en)$/;

/** Numbers of a text that count something in two words at least; years, scores, money, measures and parts are none. */
export function countsIn(text: string): Count[] {
  return sentencesOf(text).flatMap((sentence) => {
    const words = writtenWords(sentence.text);
    return words.flatMap((_, index): Count[] => {
      const count = countAt(sentence.text, words, index);
      return count ? [{ ...count, from: count.from + sentence.from, to: count.to + sentence.from }] : [];
    });
  });
}

function countAt(text: string, words: WrittenWord[], index: number): Count | null {
  const word = words[index]!;
  const read = figureOf(word.text);
  if (
    read === null ||
    scaleOf(word.text) !== null ||
    /^(?:one|cent|mil|sept|elf|acht)$/i.test(word.text) ||
    isMarked(text, word)
  )
    return null;
  const before = words[index - 1];
  if (
    before &&
    (BEFORE_PARTIAL.test(before.folded) || scaleOf(before.text) !== null || isPart(text, before, word))
  )
    return null;
  let at = index + 1;
  let figure = read;
  const scale = words[at] && isNear(text, word, words[at]!) ? scaleOf(words[at]!.text) : null;
  if (scale !== null) {
    figure *= scale;
    at += 1;
  }
  const noun = words[at];
  const last = words[at - 1]!;
  if (
    !noun ||
    !isNear(text, last, noun) ||
    !/^\p{L}/u.test(noun.text) ||
    PARTIAL.test(noun.folded) ||
    UNITS.test(noun.text.toLowerCase())
  )
    return null;
  const told = stateOf(text, words, at) ?? stateBefore(words, index, noun);
  if (!told) return null;
  const places = writtenNames(text)
    .filter(({ from }) => from > word.to)
    .map((name) => folded(name.text));
  const to = Math.max(last.to, told.to);
  return { key: told.key, figure, from: word.from, to: last.to, words: text.slice(word.from, to), places };
}

const isNear = (text: string, one: WrittenWord, other: WrittenWord): boolean =>
  /^[ \u00a0]$/.test(text.slice(one.to, other.from));

/** Money, ordinals, percentages, scores, years ("2019"), telephone numbers, items of a list. */
function isMarked(text: string, { from, to, text: word }: WrittenWord): boolean {
  const [before, after] = [text.slice(Math.max(0, from - 2), from), text.slice(to, to + 2)];
  if (
    /[$€£¥#+§/.:,-]\s?$/.test(before.trimEnd() === '' ? '' : before.slice(-1)) ||
    /^(?:[%°:/-]|\s%|[.,]\d)/.test(after)
  )
    return true;
  return /^(?:19|20)\d\d$/.test(word);
}

const isPart = (text: string, before: WrittenWord, word: WrittenWord): boolean =>
  /^[-–:/]$/.test(text.slice(before.to, word.from));

type Told = { key: string; to: number };

const casualty = (word: string): string | null => {
  const lower = word.toLowerCase();
  return CASUALTIES.find(([forms]) => forms.test(lower))?.[1] ?? null;
};

const singular = (word: string): string => folded(word).replace(/(?<=\p{L}{3})s$/u, '');

/** "people were hurt", "dead", "gates closed". */
function stateOf(text: string, words: WrittenWord[], at: number): Told | null {
  const noun = words[at]!;
  const self = casualty(noun.text);
  if (self !== null) return { key: `people ${self}`, to: noun.to };
  let next = at + 1;
  while (
    next < words.length &&
    next < at + 5 &&
    SKIPPED.test(words[next]!.text.toLowerCase()) &&
    isNear(text, words[next - 1]!, words[next]!)
  )
    next += 1;
  const state = words[next];
  if (!state || !isNear(text, words[next - 1]!, state) || /^not$/i.test(state.text)) return null;
  const what =
    casualty(state.text) ?? (STATE.test(state.folded) && /^\p{Ll}/u.test(state.text) ? state.folded : null);
  if (what === null) return null;
  const who = PEOPLE.test(noun.text.toLowerCase()) ? 'people' : singular(noun.text);
  return { key: `${who} ${what}`, to: state.to };
}

/** "killed at least 12 people". */
function stateBefore(words: WrittenWord[], index: number, noun: WrittenWord): Told | null {
  if (!PEOPLE.test(noun.text.toLowerCase())) return null;
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const word = words[at]!;
    const what = casualty(word.text);
    if (what !== null && /(?:ed|ing|s)$/.test(word.folded)) return { key: `people ${what}`, to: noun.to };
    if (
      !/^(?:at|least|about|around|nearly|almost|some|up|to|over|than|more|mindestens|etwa|au|moins|al|menos|pelo)$/.test(
        word.folded,
      )
    )
      return null;
  }
  return null;
}
