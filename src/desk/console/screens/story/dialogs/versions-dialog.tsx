import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../kit/button.tsx';
import { Spinner } from '../../../kit/spinner.tsx';
import { useToasts } from '../../../kit/toast-store.ts';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import { bringBack } from '../../../../shared/bring-back.ts';
import { useDraft } from '../../../net/use-draft.ts';
import { documentText } from '../../../../../render/document-text.ts';
import type { Draft, DraftVersion, DraftVersionsWire } from '../../../../shared/wire.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { ListDialog } from './list-dialog.tsx';

/** How a draft stood before: looked at one by one, and brought back; bringing back is a new version itself. */
export function VersionsDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { say } = useWords();
  const { told, nameOf } = useStoryDesk();
  const [shown, setShown] = useState<string | null>(null);
  const params = { draftId: draft.id };
  const asked = useQuery({
    queryKey: keys.draftVersions(draft.id),
    queryFn: ({ signal }) => ask<DraftVersionsWire>('GET /drafts/:draftId/versions', { params, signal }),
  });
  return (
    <ListDialog title={say('story.versions')} size="large" asked={asked} onClose={onClose}>
      {({ versions }) =>
        versions.length === 0 ? (
          <p>{say('story.noVersions')}</p>
        ) : (
          <div className="versions">
            <ol className="versions-list">
              {versions.map(({ id, at, by }) => (
                <li key={id}>
                  <button
                    type="button"
                    className="version-pick"
                    aria-pressed={shown === id}
                    onClick={() => setShown(id)}
                  >
                    <time dateTime={at}>{told.stamp(at)}</time>
                    <span>{by.map(nameOf).join(', ')}</span>
                  </button>
                </li>
              ))}
            </ol>
            {shown === null ? (
              <p className="field-hint">{say('story.pickVersion')}</p>
            ) : (
              <Version key={shown} draft={draft} versionId={shown} onClose={onClose} />
            )}
          </div>
        )
      }
    </ListDialog>
  );
}

type VersionProps = { draft: Draft; versionId: string; onClose: () => void };

function Version({ draft, versionId, onClose }: VersionProps) {
  const speech = useWords();
  const { say } = speech;
  const { story, me } = useStoryDesk();
  const used = useDraft(draft.id, me);
  const toasts = useToasts();
  const queries = useQueryClient();
  const params = { draftId: draft.id, versionId };
  const { data: version } = useQuery({
    queryKey: [...keys.draftVersions(draft.id), versionId],
    queryFn: ({ signal }) =>
      ask<DraftVersion>('GET /drafts/:draftId/versions/:versionId', { params, signal }),
  });
  if (!version) return <Spinner label={say('kit.loading')} />;
  const writeBack = async (): Promise<void> => {
    try {
      // How it stands now is kept first.
      await ask('POST /drafts/:draftId/versions', { params: { draftId: draft.id } });
      if (used) bringBack(used.connection.doc, version.content);
      toasts.show(say('story.broughtBack'));
      await queries.invalidateQueries({ queryKey: keys.draftVersions(draft.id) });
      onClose();
    } catch (error) {
      toasts.show(problemLine(speech, error), { kind: 'problem' });
    }
  };
  return (
    <section className="version" aria-label={say('story.version')}>
      {version.content.title && (
        <p className="history-headline" dir="auto" lang={story.lang}>
          {version.content.title}
        </p>
      )}
      {/* What it says, marked where the draft says something else now. */}
      <WordDiff
        was={documentText(draft.content.body)}
        is={documentText(version.content.body)}
        lang={story.lang}
      />
      <Button
        icon="restore"
        disabled={!used?.standing.loaded || draft.status === 'published'}
        onClick={() => void writeBack()}
      >
        {say('story.bringBack')}
      </Button>
    </section>
  );
}
