import type * as Y from 'yjs';
import { ServerHtml } from '../../../kit/server-html.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { editAgainst } from './merge.ts';
import { useContent } from './use-draft-fields.ts';
import { WordDiff } from '../reading/word-diff.tsx';

/** What readers have now, beside what is being written over it: whole, and as what changes. */
export function PublishedBeside({ draft, doc }: { draft: Draft; doc: Y.Doc }) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  const content = useContent(doc);
  const update = story.updates.find(({ id }) => id === draft.updateId);
  if (!update) return null;
  const changed = editAgainst(update, content).find(({ field }) => field === 'body');
  return (
    <details className="published-beside" open>
      <summary>{say('composer.publishedNow', { time: told.stamp(update.editedAt ?? update.at) })}</summary>
      {changed?.field === 'body' ? (
        <WordDiff was={changed.theirs} is={changed.yours} lang={story.lang} />
      ) : (
        <ServerHtml html={update.html} lang={story.lang} />
      )}
    </details>
  );
}
