import type { StoryCardWire } from '../../../shared/wire.ts';
import { useWords } from '../../words/words.tsx';

const KINDS = ['filed', 'scheduled', 'draft'] as const;

/** What waits in a story, what is filed first: somebody is to look at it. */
export function OpenDrafts({ drafts }: { drafts: StoryCardWire['drafts'] }) {
  const { say } = useWords();
  const waiting = KINDS.filter((kind) => drafts[kind] > 0);
  return (
    <span className="story-drafts">
      {waiting.map((kind) => (
        <span key={kind} className={`badge badge-${kind}`}>
          {say(`stories.drafts.${kind}`, { n: drafts[kind] })}
        </span>
      ))}
    </span>
  );
}
