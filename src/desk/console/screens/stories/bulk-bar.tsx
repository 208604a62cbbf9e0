import { useState } from 'react';
import type { StoryCardWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import type { IconName } from '../../kit/icons.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { useShortcut } from '../../kit/use-shortcut.ts';
import { keys } from '../../net/keys.ts';
import { problemLine } from '../../net/problem-words.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { canDo, doToAll, type BulkAct } from './bulk-acts.ts';

const ACTS: { act: BulkAct; icon: IconName; asks: boolean }[] = [
  { act: 'live', icon: 'play', asks: false },
  { act: 'paused', icon: 'pause', asks: false },
  // Readers' pages are told, and their streams close.
  { act: 'ended', icon: 'stop', asks: true },
  { act: 'trash', icon: 'trash', asks: false },
];

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.stories });

/** What can be done to the stories that are picked. */
export function BulkBar({ stories, onDone }: { stories: readonly StoryCardWire[]; onDone: () => void }) {
  const speech = useWords();
  const { say } = speech;
  const toasts = useToasts();
  const [busy, setBusy] = useState<BulkAct | null>(null);
  const [asking, setAsking] = useState<BulkAct | null>(null);
  useShortcut('Escape', onDone, {
    label: say('stories.unpick'),
    group: say('frame.stories'),
    enabled: stories.length > 0,
  });
  if (stories.length === 0) return null;
  const act = async (which: BulkAct): Promise<void> => {
    setBusy(which);
    const { done, problems, undo } = await doToAll(which, stories);
    setBusy(null);
    if (done.length > 0)
      toasts.show(say(`stories.done.${which}`, { n: done.length }), {
        ...(undo && {
          undo: () =>
            void undo().then(refresh, (problem: unknown) =>
              toasts.show(problemLine(speech, problem), { kind: 'problem' }),
            ),
        }),
      });
    for (const { story, problem } of problems)
      toasts.show(say('stories.notDone', { headline: story.headline, why: problemLine(speech, problem) }), {
        kind: 'problem',
      });
    if (problems.length === 0) onDone();
    await refresh();
  };
  return (
    <div className="bulk-bar" role="toolbar" aria-label={say('stories.picked', { n: stories.length })}>
      <p>{say('stories.picked', { n: stories.length })}</p>
      {ACTS.filter((one) => stories.some((story) => canDo(one.act, story))).map(
        ({ act: which, icon, asks }) => (
          <Button
            key={which}
            small
            icon={icon}
            busy={busy === which}
            onClick={() => (asks ? setAsking(which) : void act(which))}
          >
            {say(`stories.act.${which}`)}
          </Button>
        ),
      )}
      <IconButton small icon="close" label={say('stories.unpick')} onClick={onDone} />
      {asking && (
        <ConfirmDialog
          title={say('stories.end.title', { n: stories.filter((story) => canDo(asking, story)).length })}
          act={say('stories.act.ended')}
          onAct={() => act(asking)}
          onClose={() => setAsking(null)}
        >
          <p>{say('stories.end.words')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
