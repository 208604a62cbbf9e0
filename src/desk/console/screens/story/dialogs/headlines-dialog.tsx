import { useQuery } from '@tanstack/react-query';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { useWords } from '../../../words/words.tsx';
import type { TopHistoryWire } from '../../../../shared/wire.ts';
import { documentText } from '../../../../../render/document-text.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { ListDialog } from './list-dialog.tsx';

/** Every top the story ever had: its headlines, each with when and by whom, and what changed under them. */
export function HeadlinesDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  const asked = useQuery({
    queryKey: keys.storyTops(story.id),
    queryFn: ({ signal }) =>
      ask<TopHistoryWire>('GET /stories/:storyId/tops', { params: { storyId: story.id }, signal }),
  });
  return (
    <ListDialog title={say('top.headlines')} asked={asked} onClose={onClose}>
      {({ versions }) => (
        <ol className="history">
          {versions.map((version, at) => {
            const before = versions[at + 1];
            const [was, is] = [before && documentText(before.top.lead), documentText(version.top.lead)];
            return (
              <li key={version.version}>
                <p className="history-head">
                  <time dateTime={version.at}>{told.stamp(version.at)}</time>
                  {version.by && <span>{version.by.name}</span>}
                </p>
                <p className="history-headline" dir="auto" lang={story.lang}>
                  {version.top.headline}
                </p>
                {before?.top.headline === version.top.headline && (
                  <p className="field-hint">{say('top.sameHeadline')}</p>
                )}
                {was !== undefined && was !== is && (
                  <details>
                    <summary>{say('top.leadChanged')}</summary>
                    <WordDiff was={was} is={is} lang={story.lang} />
                  </details>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </ListDialog>
  );
}
