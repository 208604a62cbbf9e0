import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'wouter';
import type { LinkWire } from '../../../shared/wire-account.ts';
import { LinkButton } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Waiting } from '../../frame/screen.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSessionQuery } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { DoorPage } from '../sign-in/door-page.tsx';
import { WelcomeForm } from './welcome-form.tsx';

type Good = Extract<LinkWire, { state: 'good' }>;

/** What a link opens: the first admin's account, an invitation, a new password. Each works once, and says so afterwards. */
export default function Welcome() {
  const { token } = useParams<{ token: string }>();
  const {
    data: link,
    error,
    refetch,
  } = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) =>
      ask<LinkWire>('GET /links/:token', { params: { token }, signal, signedOut: 'throw' }),
    // It is looked at once: that it was used is told by using it.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const { say } = useWords();
  if (link?.state === 'good') return <GoodLink link={link} token={token} />;
  if (link) return <SpentLink state={link.state} />;
  if (!error) return <Waiting />;
  return (
    <DoorPage title={say('welcome.heading')}>
      <ErrorView problem={error} onRetry={() => void refetch()} />
    </DoorPage>
  );
}

function GoodLink({ link, token }: { link: Good; token: string }) {
  const { say } = useWords();
  const site = useSessionQuery().data?.site.name ?? '';
  const [, go] = useLocation();
  const enter = (): void => {
    void queryClient.resetQueries({ queryKey: keys.session }).then(() => go('/', { replace: true }));
  };
  return (
    <DoorPage title={say(`welcome.${link.kind}.heading`, { site })}>
      <p>
        {link.email === null
          ? say('welcome.first-admin.unknown')
          : say(`welcome.${link.kind}.words`, {
              site,
              role: say(`frame.role.${link.role}`),
              email: link.email,
            })}
      </p>
      <WelcomeForm link={link} token={token} onSignedIn={enter} />
    </DoorPage>
  );
}

function SpentLink({ state }: { state: 'used' | 'expired' | 'unknown' }) {
  const { say } = useWords();
  return (
    <DoorPage title={say(`welcome.${state}.heading`)}>
      <p>{say(`welcome.${state}.words`)}</p>
      <LinkButton kind="primary" href="/desk/sign-in">
        {say('welcome.toSignIn')}
      </LinkButton>
    </DoorPage>
  );
}
