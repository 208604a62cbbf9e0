import { useQuery } from '@tanstack/react-query';
import type { SessionLineWire } from '../../../shared/wire.ts';
import { Badge } from '../../kit/badge.tsx';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines, Panel } from '../house/page.tsx';
import { useOrSay } from '../house/use-or-say.ts';

const OF_PHONES = /phone|android|ipad/i;

/** Where one is signed in, and the way out of each. */
export function Sessions() {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const sessions = useQuery({
    queryKey: [...keys.account, 'sessions'],
    queryFn: ({ signal }) => ask<{ items: SessionLineWire[] }>('GET /account/sessions', { signal }),
  });
  const end = async (session: SessionLineWire | null): Promise<void> => {
    if (session) await ask('DELETE /account/sessions/:sessionId', { params: { sessionId: session.id } });
    else await ask('DELETE /account/sessions');
    await queryClient.invalidateQueries({ queryKey: keys.account });
    show(say('account.sessions.ended'));
  };
  const items = sessions.data?.items ?? [];
  return (
    <Panel title={say('account.sessions')} hint={say('account.sessions.hint')}>
      {sessions.error && <ErrorView problem={sessions.error} onRetry={() => void sessions.refetch()} />}
      {items.length > 0 && (
        <Lines label={say('account.sessions')}>
          {items.map((session) => (
            <SessionLine key={session.id} session={session} onEnd={() => orSay(end(session))} />
          ))}
        </Lines>
      )}
      {items.length > 1 && (
        <div>
          <Button icon="sign-out" onClick={() => orSay(end(null))}>
            {say('account.sessions.endOthers')}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function SessionLine({ session, onEnd }: { session: SessionLineWire; onEnd: () => void }) {
  const { say } = useWords();
  const { device, current, method, createdAt, seenAt } = session;
  return (
    <Line
      lead={<Icon name={OF_PHONES.test(device) ? 'phone' : 'laptop'} large />}
      title={
        <>
          {device}
          {current && <Badge state="published">{say('account.sessions.this')}</Badge>}
        </>
      }
      more={
        <>
          <span>{say(`account.method.${method}`)}</span>
          <span>
            {say('account.sessions.since')} <When at={createdAt} />
          </span>
          {!current && (
            <span>
              {say('people.seen')} <When at={seenAt} relative />
            </span>
          )}
        </>
      }
      end={
        !current && (
          <Button small kind="quiet" onClick={onEnd}>
            {say('account.sessions.end')}
          </Button>
        )
      }
    />
  );
}
