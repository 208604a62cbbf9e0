import { useEffect } from 'react';
import type { FieldError } from '../../../../../domain/errors.ts';
import { Banner } from '../../../kit/banner.tsx';
import { classes } from '../../../kit/classes.ts';
import { Button } from '../../../kit/button.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { useLine } from '../../../net/line.ts';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { focusFault } from '../compose/focus-fault.ts';
import { partAt, type Refused } from '../net/refused.ts';
import { standsAgainst } from '../net/still-refused.ts';
import { useMended } from '../net/use-mended.ts';
import { refusalLine } from '../reading/refusal-line.ts';
import { useStoryDesk } from '../story-desk.ts';
import { focusEntry } from './focus-entry.ts';

/** Why it was not sent, at the entry where that was pressed, with the way on; gone as soon as it is mended. */
export function RefusedHere({ draft }: { draft: Draft }) {
  const speech = useWords();
  const { story, me, now, told, open, refusals } = useStoryDesk();
  const connected = useLine() === 'open';
  const refused = refusals.of(draft.id);
  const stands =
    refused !== null && standsAgainst(refused, { draft, story, me: me.id, now: now(), connected });
  useMended(draft.id, refused, draft.content, open.current === draft.id);
  const { set } = refusals;
  useEffect(() => {
    if (refused !== null && !stands) set(draft.id, null);
  }, [draft.id, refused, stands, set]);
  if (!stands) return null;
  // Where its sheet lies open beside it, it is told there.
  const isToldBeside = open.current === draft.id;
  return (
    <div className={classes('entry-refused', isToldBeside && 'told-beside')}>
      <Banner kind="warn" icon={refused.name === 'embargoed' ? 'lock' : 'warning'}>
        <p>{refusalLine(speech, told, now(), refused)}</p>
        <WayOn draft={draft} refused={refused} />
      </Banner>
      <IconButton
        small
        icon="close"
        label={speech.say('kit.close')}
        onClick={() => {
          set(draft.id, null);
          focusEntry(draft.id);
        }}
      />
    </div>
  );
}

/** The one thing that leads on from it, where there is one here. */
function WayOn({ draft, refused }: { draft: Draft; refused: Refused }) {
  const { say } = useWords();
  const { may, acts, ask, told, refusals } = useStoryDesk();
  // What was pressed is gone by then: the keyboard stays at the entry.
  const then = (): void => focusEntry(draft.id);
  switch (refused.name) {
    case 'embargoed':
      if (!may('schedule-draft')) return null;
      return (
        <Button
          small
          icon="calendar"
          onClick={() => {
            if (draft.kind === 'edit') return ask({ dialog: 'schedule', draft });
            void acts
              .schedule(draft, refused.until)
              .then((outcome) => refusals.set(draft.id, outcome))
              .then(then);
          }}
        >
          {say('composer.scheduleFor', { time: told.stamp(refused.until) })}
        </Button>
      );
    case 'stale-version':
      return (
        <Button small onClick={() => ask({ dialog: 'merge', draft })}>
          {say('composer.sideBySide')}
        </Button>
      );
    case 'four-eyes':
    case 'not-allowed':
      if (draft.status !== 'draft' || !may('file-draft')) return null;
      return (
        <Button small icon="file" onClick={() => void acts.file(draft).then(then)}>
          {say('composer.file')}
        </Button>
      );
    case 'story-ended':
      if (!may('change-state')) return null;
      return (
        <Button small onClick={() => ask({ dialog: 'state', to: 'live' })}>
          {say('story.state.liveAct')}
        </Button>
      );
    case 'pictures':
      return <PutRight draft={draft} />;
    case 'invalid':
      if (ABOUT_TIMES[partAt(refused.errors[0]?.pointer ?? '')])
        return <AnotherTime draft={draft} refused={refused} />;
      return <PutRight draft={draft} errors={refused.errors} />;
    default:
      return null;
  }
}

/** Opens its sheet, and leads to the first field at fault. */
function PutRight({ draft, errors }: { draft: Draft; errors?: readonly FieldError[] }) {
  const { say } = useWords();
  const { turn, go } = useStoryDesk();
  return (
    <Button
      small
      icon="edit"
      onClick={() => {
        turn({ type: 'open', id: draft.id });
        go('write');
        if (errors) focusFault(draft.id, errors);
      }}
    >
      {say('story.putRight')}
    </Button>
  );
}

/** Faults of an hour rather than of words, and what asks for another. */
const ABOUT_TIMES: Partial<Record<string, 'schedule' | 'embargo'>> = {
  publishAt: 'schedule',
  until: 'embargo',
};

function AnotherTime({ draft, refused }: { draft: Draft; refused: Extract<Refused, { name: 'invalid' }> }) {
  const { say } = useWords();
  const { ask } = useStoryDesk();
  const dialog = ABOUT_TIMES[partAt(refused.errors[0]?.pointer ?? '')] ?? 'schedule';
  return (
    <Button small icon="clock" onClick={() => ask({ dialog, draft })}>
      {say('story.anotherTime')}
    </Button>
  );
}
