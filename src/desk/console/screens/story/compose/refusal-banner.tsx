import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import type { Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import type { Publishing } from './use-publishing.ts';

type Props = { refused: Refused | null; draft: Draft | null; publishing: Publishing };

/** Why it did not go out, and the way on. */
export function RefusalBanner({ refused, draft, publishing }: Props) {
  const { say } = useWords();
  const { ask } = useStoryDesk();
  if (refused === null) return null;
  switch (refused.name) {
    case 'embargoed':
      return <Embargoed until={refused.until} draft={draft} publishing={publishing} />;
    case 'draft-moved':
      return <Moved refused={refused} publishing={publishing} />;
    case 'stale-version':
      return (
        <Banner
          kind="warn"
          action={
            draft && (
              <Button small onClick={() => ask({ dialog: 'merge', draft })}>
                {say('composer.sideBySide')}
              </Button>
            )
          }
        >
          {say('composer.stale')}
        </Banner>
      );
    case 'four-eyes':
      return <Banner kind="note">{say('composer.fourEyes')}</Banner>;
    case 'offline':
      return (
        <Banner kind="note" icon="cloud-off">
          {say('composer.keptHere')}
        </Banner>
      );
    default:
      return <Banner kind="bad">{refused.detail}</Banner>;
  }
}

function Embargoed({
  until,
  draft,
  publishing,
}: {
  until: string;
  draft: Draft | null;
  publishing: Publishing;
}) {
  const { say } = useWords();
  const { told, now, may } = useStoryDesk();
  const place = told.place(until);
  return (
    <Banner
      kind="warn"
      icon="lock"
      action={
        draft &&
        may('schedule-draft') && (
          <Button small icon="calendar" onClick={() => publishing.schedule(until)}>
            {say('composer.scheduleFor', { time: told.stamp(until) })}
          </Button>
        )
      }
    >
      {say(place === null ? 'composer.embargoed' : 'composer.embargoedPlace', {
        until: told.stamp(until),
        now: told.stamp(now()),
        place: place ?? '',
      })}
    </Banner>
  );
}

function Moved({
  refused,
  publishing,
}: {
  refused: Extract<Refused, { name: 'draft-moved' }>;
  publishing: Publishing;
}) {
  const { say } = useWords();
  const { told } = useStoryDesk();
  const { draft, by } = refused.moved;
  const status = draft?.status ?? 'trashed';
  const at = draft?.publishedAt ?? draft?.trashedAt ?? draft?.changedAt ?? null;
  return (
    <Banner
      kind="warn"
      action={
        <>
          {publishing.ahead && (
            <Button small onClick={publishing.saveAsEdit}>
              {say(status === 'published' ? 'composer.offerAsEdit' : 'composer.offerAsNew')}
            </Button>
          )}
          <Button small kind="quiet" onClick={publishing.putAway}>
            {say('composer.close')}
          </Button>
        </>
      }
    >
      {say(`composer.moved.${status}`, {
        who: by ?? say('story.somebody'),
        time: at === null ? '' : told.stamp(at),
      })}
      {publishing.ahead && ` ${say('composer.stillHere')}`}
    </Banner>
  );
}
