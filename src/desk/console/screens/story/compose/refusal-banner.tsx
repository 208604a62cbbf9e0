import { useEffect, useRef } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import type { Refused } from '../net/refused.ts';
import { refusalLine } from '../reading/refusal-line.ts';
import { useStoryDesk } from '../story-desk.ts';
import type { Publishing } from './use-publishing.ts';

type Props = { refused: Refused | null; draft: Draft | null; publishing: Publishing };

/** Why it did not go out, and the way on; screen readers are told by the screen. Of a fault its field comes into sight. */
export function RefusalBanner(props: Props) {
  const place = useRef<HTMLDivElement>(null);
  const name = props.refused?.name ?? null;
  useEffect(() => {
    if (name !== 'invalid') place.current?.scrollIntoView({ block: 'nearest' });
  }, [name]);
  if (props.refused === null) return null;
  return (
    <div className="refusal" ref={place}>
      <Refusal {...props} refused={props.refused} />
    </div>
  );
}

function Refusal({ refused, draft, publishing }: Props & { refused: Refused }) {
  const speech = useWords();
  const { ask, told, now, me } = useStoryDesk();
  const { say } = speech;
  const line = refusalLine(speech, told, now(), refused);
  switch (refused.name) {
    case 'embargoed':
      return <Embargoed line={line} until={refused.until} draft={draft} publishing={publishing} />;
    case 'draft-moved':
      return <Moved line={line} refused={refused} publishing={publishing} />;
    case 'pictures':
      return (
        <Banner
          kind="warn"
          icon="image"
          action={
            <Button small onClick={publishing.withoutPictures}>
              {say('composer.sendWithout', { n: refused.underWay + refused.failed })}
            </Button>
          }
        >
          {line}
        </Banner>
      );
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
          {line}
        </Banner>
      );
    case 'four-eyes':
      return <Banner kind="note">{draft?.filedBy === me.id ? say('composer.fourEyes') : line}</Banner>;
    case 'offline':
      return (
        <Banner kind="note" icon="cloud-off">
          {say('composer.keptHere')}
        </Banner>
      );
    default:
      return (
        <Banner kind="bad" said>
          {line}
        </Banner>
      );
  }
}

function Embargoed({
  line,
  until,
  draft,
  publishing,
}: {
  line: string;
  until: string;
  draft: Draft | null;
  publishing: Publishing;
}) {
  const { say } = useWords();
  const { told, may } = useStoryDesk();
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
      {line}
    </Banner>
  );
}

function Moved({
  line,
  refused,
  publishing,
}: {
  line: string;
  refused: Extract<Refused, { name: 'draft-moved' }>;
  publishing: Publishing;
}) {
  const { say } = useWords();
  const published = refused.moved.draft?.status === 'published';
  return (
    <Banner
      kind="warn"
      action={
        <>
          {publishing.ahead && (
            <Button small onClick={publishing.saveAsEdit}>
              {say(published ? 'composer.offerAsEdit' : 'composer.offerAsNew')}
            </Button>
          )}
          {publishing.ahead && publishing.editPublished && (
            <Button small onClick={publishing.saveAsNew}>
              {say('composer.offerAsNew')}
            </Button>
          )}
          {!publishing.ahead && publishing.editPublished && (
            <Button small icon="edit" onClick={publishing.editPublished}>
              {say('composer.editPublished')}
            </Button>
          )}
          <Button small kind="quiet" onClick={publishing.putAway}>
            {say('composer.close')}
          </Button>
        </>
      }
    >
      {line}
      {publishing.ahead && ` ${say('composer.stillHere')}`}
    </Banner>
  );
}
