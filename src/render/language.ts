import type { Site } from '../domain/fold.ts';
import type { Story } from '../domain/story.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { ClockFace } from './language/clock-face.ts';
import { englishClock } from './language/english-clock.ts';
import { Message, type Spoken, type Values } from './language/message.ts';
import { wordedClock } from './language/worded-clock.ts';
import ar from './languages/ar.json' with { type: 'json' };
import de from './languages/de.json' with { type: 'json' };
import en from './languages/en.json' with { type: 'json' };
import es from './languages/es.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import ko from './languages/ko.json' with { type: 'json' };
import pt from './languages/pt.json' with { type: 'json' };
import vi from './languages/vi.json' with { type: 'json' };

/** The name of a sentence in every catalogue. */
export type Sentence = keyof typeof en;
export type Catalogue = Record<Sentence, string>;

/** Every catalogue there is, by the language it is in (BCP 47). */
export const catalogues = { en, de, es, fr, pt, vi, ko, ar } satisfies Record<string, Catalogue>;

/** What the interface says, and how it writes times, numbers and lists, in one language. */
export type Language = {
  /** BCP 47 tag of the interface's language; the story's own may be a closer one (`pt-BR` is told in `pt`). */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** A sentence as text. */
  say(sentence: Sentence, values?: Values): string;
  /** A sentence with markup at its variables. */
  tell(sentence: Sentence, values?: Values): Html;
  /** "A, B and C". */
  list(parts: readonly Html[]): Html;
  number(n: number): string;
  clock: ClockFace;
  /** What the page's script says: the sentences whose names begin with a word, by the rest of their names. */
  spoken(group?: string): Record<string, Spoken>;
};

const RIGHT_TO_LEFT = new Set(['ar']);
const known = new Map<string, Language>();

/** The language of a page about a story: the story's, else the site's, else English – the first there is a catalogue for. */
export function languageFor({
  site,
  story,
}: {
  site: Pick<Site, 'lang'>;
  story?: Pick<Story, 'lang'>;
}): Language {
  return languageOf([story?.lang, site.lang]);
}

export function languageOf(tags: readonly (string | null | undefined)[]): Language {
  const tag = tags.map((one) => one?.split('-')[0]?.toLowerCase()).find((one) => one && one in catalogues);
  return speaking((tag ?? 'en') as keyof typeof catalogues);
}

function speaking(tag: keyof typeof catalogues): Language {
  const made = known.get(tag) ?? make(tag);
  known.set(tag, made);
  return made;
}

function make(tag: keyof typeof catalogues): Language {
  const catalogue: Catalogue = catalogues[tag];
  const messages = new Map<string, Message>();
  const message = (sentence: Sentence): Message => {
    const found = messages.get(sentence) ?? new Message(catalogue[sentence], tag);
    messages.set(sentence, found);
    return found;
  };
  const say: Language['say'] = (sentence, values = {}) => message(sentence).say(values);
  // Newspapers set no comma before the last of several.
  const lists = new Intl.ListFormat(tag === 'en' ? 'en-GB' : tag, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(tag);
  return {
    tag,
    dir: RIGHT_TO_LEFT.has(tag) ? 'rtl' : 'ltr',
    say,
    tell: (sentence, values = {}) => message(sentence).tell(values),
    list: (parts) => {
      const places = lists.formatToParts(parts.map((_, at) => String(at)));
      return html`${places.map(({ type, value }) => (type === 'element' ? parts[Number(value)] : value))}`;
    },
    number: (n) => numbers.format(n),
    clock:
      tag === 'en' ? englishClock : wordedClock(tag, (clock, zone) => say('clock.inZone', { clock, zone })),
    spoken: (group = 'spoken') =>
      Object.fromEntries(
        (Object.keys(catalogue) as Sentence[])
          .filter((name) => name.startsWith(`${group}.`))
          .map((name) => [name.slice(group.length + 1), message(name).spoken()]),
      ),
  };
}
