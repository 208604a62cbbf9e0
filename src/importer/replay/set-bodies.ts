import type { DocumentJSON } from '../../domain/document.ts';
import type { Place, ProposedStory } from '../proposal.ts';
import { setParagraph } from './set-paragraph.ts';

/** Sets the paragraphs of the lead, or of one update, each with the statements that stand in it. */
export function bodySetter(
  story: ProposedStory,
): (paragraphs: readonly string[], of: 'body' | { update: number }) => DocumentJSON {
  const byPlace = Map.groupBy(story.statements, ({ place }) => keyOf(place));
  return (paragraphs, of) => {
    const content = paragraphs.flatMap((text, paragraph) => {
      const place: Place = of === 'body' ? { in: 'body', paragraph } : { in: 'update', ...of, paragraph };
      return setParagraph(text, byPlace.get(keyOf(place)) ?? []);
    });
    return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
  };
}

const keyOf = (place: Place): string =>
  place.in === 'body' ? `body ${place.paragraph}` : `${place.update} ${place.paragraph}`;
