import assert from 'node:assert/strict';
import type { ProposedStory } from './proposal.ts';
import { propose } from './propose.ts';
import type { ProposeOptions } from './propose.ts';

/** Reads a post of a test; a refusal fails the test. */
export function read(text: string, options: ProposeOptions = {}): ProposedStory {
  const story = propose(new TextEncoder().encode(text), options);
  assert.equal(story.type, 'proposed', story.type === 'refused' ? story.detail : '');
  if (story.type !== 'proposed') throw new Error('unreachable');
  return story;
}

/** Paragraphs as a text file has them, a blank line between. */
export function post(...paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/** The updates' times as far as they are known, in the order of the page. */
export function times(story: ProposedStory): readonly (string | null)[] {
  return story.updates.map(({ time }) => time?.at ?? null);
}

/** The updates' text, a line each. */
export function updateTexts(story: ProposedStory): readonly string[] {
  return story.updates.map(({ paragraphs }) => paragraphs.join(' / '));
}

export function speakers(story: ProposedStory): readonly string[] {
  return story.statements.map(
    ({ speaker, outlet, text }) => `${speaker}${outlet === null ? '' : ` (${outlet})`}: ${text}`,
  );
}
