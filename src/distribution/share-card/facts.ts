import { createHash } from 'node:crypto';

/** px; what link previews ask for (Open Graph's 1.91 : 1). */
export const CARD = { width: 1200, height: 630 };

/** All that a share card shows, worded by whoever asks for it; what is not in here cannot be on the card. */
export type CardFacts = {
  siteName: string;
  /** The site's own colours, `#rrggbb`, of the bar and of what is live; null, or another form: the house's. */
  accent: string | null;
  live: string | null;
  state: { kind: 'live' | 'paused' | 'ended' | 'retracted'; label: string };
  /** The section. */
  kicker: string | null;
  /** A story's headline, an update's title or first words. */
  headline: string;
  /** When it was written, with its date. */
  time: string | null;
  /** What it is from. */
  line: string | null;
  /** Of the card, where the headline has no letter to tell by. */
  dir: 'ltr' | 'rtl';
  /** BCP 47 tag of the words: some letters are drawn differently in some languages. */
  lang: string;
};

/** Counts the designs, so that a card drawn anew has a new address. */
const DESIGN = 1;

/** Names what a card shows: 12 hex digits of the SHA-256 of its facts. The same facts, the same card. */
export function cardVersion(facts: CardFacts): string {
  const { siteName, accent, live, state, kicker, headline, time, line, dir, lang } = facts;
  const shown = [
    DESIGN,
    siteName,
    accent,
    live,
    state.kind,
    state.label,
    kicker,
    headline,
    time,
    line,
    dir,
    lang,
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('hex').slice(0, 12);
}
