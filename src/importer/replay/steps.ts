import { changeState } from '../../commands/change-state.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { LONGEST } from '../../commands/fields.ts';
import type { Step } from '../../commands/play.ts';
import { postUpdate } from '../../commands/post-update.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import { newId } from '../../domain/id.ts';
import type { StoryState } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { ProposedCorrection, ProposedStory, ProposedUpdate } from '../proposal.ts';
import type { bodySetter } from './set-bodies.ts';
import { paragraph } from './set-paragraph.ts';
import type { Timeline } from './timeline.ts';

/** What follows the opening, in the order of its instants: updates, corrections, and the state the story is left in. */
export function stepsOf(
  story: ProposedStory,
  timeline: Timeline,
  set: ReturnType<typeof bodySetter>,
  { state, now }: { state: StoryState; now: Instant },
): Step[] {
  const posts = timeline.updates.map(({ at, timeKnown, index }): Step => {
    const words = wordsOf(story.updates[index]!, index, set);
    return { at, verb: postUpdate(newId(now), { ...words, timeKnown }) };
  });
  const corrections = timeline.corrections.map(({ at, index }): Step => {
    const is = correctionText(story.corrections[index]!);
    return { at, verb: correctStory(newId(now), { was: null, is }) };
  });
  const steps = [...posts, ...corrections].toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  if (state === 'live') return steps;
  return [...steps, { at: timeline.endedAt, verb: changeState(state) }];
}

/** An update's title and body; a title longer than its field begins the body. An empty one: there is none. */
export function wordsOf(
  { title, heading, marker, paragraphs }: ProposedUpdate,
  update: number,
  set: ReturnType<typeof bodySetter>,
): { title: string; body: DocumentJSON } {
  const name = title ?? heading ?? (paragraphs.length === 0 ? marker : '');
  const body = set(paragraphs, { update });
  if (name.length <= LONGEST.headline) return { title: name, body };
  return { title: '', body: { ...body, content: [paragraph(name), ...body.content] } };
}

const correctionText = ({ marker, text }: ProposedCorrection): string => (text === '' ? marker : text);
