import type { OpenInput } from '../../commands/open-story.ts';
import { LONGEST } from '../../commands/fields.ts';
import { firstWords } from '../../render/first-words.ts';
import type { ProposedStory } from '../proposal.ts';
import { paragraph } from './set-paragraph.ts';
import type { bodySetter } from './set-bodies.ts';

export type ProposedTop = { input: OpenInput; warnings: string[] };

/** How much of its text a post without a headline is opened under, in characters. */
const HEADLINE = 80;

/** The top a proposed story is opened with. What is longer than its field can hold begins the lead, whole. */
export function topOf(story: ProposedStory, zone: string, set: ReturnType<typeof bodySetter>): ProposedTop {
  const warnings: string[] = [];
  const overflow: string[] = [];
  const fitted = (text: string, max: number, what: string): string => {
    if (text.length <= max) return text;
    warnings.push(`The ${what} is longer than ${max} characters: it was cut, and begins the lead whole.`);
    overflow.push(text);
    return firstWords(text, max - 1);
  };
  const headline = fitted(headlineOf(story, warnings), LONGEST.headline, 'headline');
  const dek = story.dek === null ? null : fitted(story.dek, LONGEST.line, 'dek');
  const credit = story.photoCredit === null ? null : fitted(story.photoCredit, LONGEST.line, 'photo credit');
  const byline = story.byline.filter((name) => name.length <= LONGEST.name).slice(0, LONGEST.byline);
  if (byline.length < story.byline.length) {
    warnings.push(`Not everybody could be named in the byline, which reads: ${story.byline.join(', ')}.`);
  }
  const body = set(story.body, 'body');
  const lead = { ...body, content: [...overflow.map(paragraph), ...body.content] };
  return { input: { headline, dek, credit, byline, lead, zone }, warnings };
}

function headlineOf(story: ProposedStory, warnings: string[]): string {
  if (story.headline !== '') return story.headline;
  const updates = story.updates.flatMap(({ title, paragraphs }) => [title ?? '', ...paragraphs]);
  const words = [story.dek ?? '', ...story.body, ...updates].find((text) => text !== '') ?? 'Untitled';
  const headline = firstWords(words, HEADLINE);
  warnings.push(`The post has no headline; the story is opened as “${headline}”.`);
  return headline;
}
