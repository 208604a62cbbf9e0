import { storyCardPath, updateCardPath } from '../domain/addresses.ts';
import type { Site } from '../domain/site.ts';
import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Update } from '../domain/update.ts';
import { cardVersion, type CardFacts } from '../distribution/share-card/facts.ts';
import { datedClock } from '../render/clock.ts';
import { nameOf } from '../render/first-words.ts';
import type { Language } from '../render/language.ts';
import { stamp } from '../render/time.ts';

/** Characters of an update's first words: what a card holds in letters that can be read. */
const WORDS = 160;

/** Whose card it is, and in which language. */
export type Told = { site: Site; story: Story; language: Language };

/** What a story's card shows: its headline as it stands, whether it is live, when it was last updated. */
export function storyCard(told: Told): CardFacts {
  const { story, language } = told;
  const { openedAt, updatedAt, top } = story;
  const sentence = updatedAt === openedAt ? 'dates.firstPublished' : 'dates.lastUpdated';
  return {
    ...common(told),
    headline: top.headline,
    time: language.say(sentence, { time: dated(told, updatedAt) }),
    line: null,
  };
}

/** What an update's card shows: its words and the story they are from. Of a retracted one, that and when it was. */
export function updateCard(told: Told, update: Update): CardFacts {
  if (update.status === 'retracted') return retractedCard(told, update);
  const { story, language } = told;
  const { headline } = story.top;
  const words = nameOf(update, WORDS);
  return {
    ...common(told),
    headline: words === '' ? headline : words,
    time: update.timeKnown ? dated(told, update.at) : null,
    line: words === '' ? null : language.say('card.from', { headline }),
  };
}

function retractedCard(told: Told, { retractedAt, at }: Update): CardFacts {
  const { language } = told;
  return {
    ...common(told),
    state: { kind: 'retracted', label: language.say('update.retractedHeading') },
    kicker: null,
    headline: language.say('update.retracted', { time: dated(told, retractedAt ?? at) }),
    time: null,
    line: null,
  };
}

function common(told: Told): Omit<CardFacts, 'headline' | 'time' | 'line'> {
  const { site, story, language } = told;
  return {
    siteName: site.name,
    accent: site.colours?.light.accent ?? null,
    live: site.colours?.light.live ?? null,
    state: { kind: story.state, label: stateLabel(told) },
    kicker: story.section,
    dir: language.dir,
    lang: story.lang,
  };
}

function stateLabel(told: Told): string {
  const { story, language } = told;
  const until = story.state === 'paused' ? story.pausedUntil : null;
  return until === null
    ? language.say(`state.${story.state}`)
    : language.say('state.pausedUntil', { time: stamp(told, until) });
}

/** A card is read beside others and on other days: its date is whole. */
const dated = ({ story, language }: Told, at: Instant): string =>
  datedClock(language, at, story.zone, { year: true });

/** A card as pages tell of it: at an address of its own for everything it shows, so that previews are never stale. */
export type CardLink = { path: string; alt: string };

export const storyCardLink = (told: Told): CardLink =>
  link(told, storyCardPath(told.story.slug), storyCard(told));

export const updateCardLink = (told: Told, update: Update): CardLink =>
  link(told, updateCardPath(told.story.slug, update.id), updateCard(told, update));

function link({ language, site }: Told, path: string, facts: CardFacts): CardLink {
  const { state, headline } = facts;
  return {
    path: `${path}?v=${cardVersion(facts)}`,
    alt: language.say('card.alt', { state: state.label, headline, site: site.name }),
  };
}
