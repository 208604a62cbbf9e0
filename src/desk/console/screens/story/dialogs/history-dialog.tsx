import { useQuery } from '@tanstack/react-query';
import { Onward } from '../../../kit/onward.tsx';
import { ServerHtml } from '../../../kit/server-html.tsx';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { useWords } from '../../../words/words.tsx';
import type { UpdateHistoryWire, UpdateWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { ListDialog } from './list-dialog.tsx';

type Version = UpdateHistoryWire['versions'][number];

/** What readers could see of an update, the last first, and who made it so. */
export function HistoryDialog({ update, onClose }: { update: UpdateWire; onClose: () => void }) {
  const { say } = useWords();
  const asked = useQuery({
    queryKey: keys.updateHistory(update.id),
    queryFn: ({ signal }) =>
      ask<UpdateHistoryWire>('GET /updates/:updateId/history', { params: { updateId: update.id }, signal }),
  });
  return (
    <ListDialog title={say('story.historyTitle')} asked={asked} onClose={onClose}>
      {({ versions }) => (
        <ol className="history">
          {versions.map((version) => (
            <Was key={version.seq} version={version} />
          ))}
        </ol>
      )}
    </ListDialog>
  );
}

function Was({ version: { at, kind, by, title, html, note } }: { version: Version }) {
  const { sayNamed } = useWords();
  const { story, told } = useStoryDesk();
  return (
    <li>
      <p className="history-head">
        <time dateTime={at}>{told.stamp(at)}</time>
        <strong>{sayNamed(`story.kind.${kind}`) ?? kind}</strong>
        {by && <span>{by.name}</span>}
      </p>
      {note !== null && (
        <p className="history-note" dir="auto">
          {'reason' in note ? (
            note.reason
          ) : (
            <>
              {note.was} {note.was && note.is && <Onward />} {note.is}
            </>
          )}
          {'note' in note && note.note !== null && ` ${note.note}`}
        </p>
      )}
      {title && (
        <p className="history-headline" dir="auto">
          {title}
        </p>
      )}
      {html !== '' && <ServerHtml className="quoted" html={html} lang={story.lang} />}
    </li>
  );
}
