import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import { savedNowhere } from '../../../offline/unsent.ts';
import { wordsOf } from '../../../offline/as-text.ts';
import type { Draft } from '../../../../shared/wire.ts';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';

type Props = { connection: DraftConnection; standing: DraftStanding; draft: Draft | null };

/** What is to be known of where the words are before one writes on. */
export function StandingBanner({ connection, standing, draft }: Props) {
  const { say } = useWords();
  const { told } = useStoryDesk();
  if (standing.state === 'read-only') {
    const { status, publishAt = null } = draft ?? {};
    return (
      <Banner kind="note" icon={publishAt === null ? 'eye' : 'calendar'}>
        {status === 'scheduled' && publishAt !== null
          ? say('composer.readOnlyScheduled', { time: told.stamp(publishAt) })
          : say('composer.readOnly')}
      </Banner>
    );
  }
  const { state } = standing;
  if (state !== 'not-kept' && state !== 'too-long') return null;
  // All of it, not this sheet's alone: with the page all of it would go.
  const copy = (): void => {
    const others = savedNowhere().filter((other) => other !== connection);
    void navigator.clipboard.writeText(wordsOf([connection, ...others].map(({ doc }) => doc)));
  };
  return (
    <Banner
      kind="bad"
      action={
        <Button small icon="copy" onClick={copy}>
          {say('composer.copyWords')}
        </Button>
      }
    >
      {say(state === 'not-kept' ? 'composer.notKept' : 'composer.tooLong')}
    </Banner>
  );
}
