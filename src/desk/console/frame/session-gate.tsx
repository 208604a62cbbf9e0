import { useEffect, useRef, type ReactNode } from 'react';
import type { SessionWire } from '../../shared/wire.ts';
import { ErrorView } from '../kit/error-view.tsx';
import { NewsroomZone } from '../kit/when.tsx';
import { sessionOver } from '../net/session-over.ts';
import { hearOtherTabs, SessionContext, useSessionQuery, type SignedIn } from '../net/session.ts';
import { WordsProvider } from '../words/words.tsx';
import { useLanguage } from './language.ts';
import { Waiting } from './screen.tsx';
import { SomebodyElse } from './somebody-else.tsx';

/** Asks who is signed in before anything is shown; from then on a screen stays, whatever becomes of the session. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useSessionQuery();
  useEffect(hearOtherTabs, []);
  const signedIn = useWhoWorks(session);
  const lang = useLanguage(signedIn?.person.lang, session?.site.lang);
  const other =
    signedIn && session?.person && session.person.id !== signedIn.person.id ? session.person : null;
  return (
    <WordsProvider lang={lang}>
      <NewsroomZone value={session?.site.zone ?? 'UTC'}>
        <SessionContext value={signedIn}>
          {session ? (
            children
          ) : error ? (
            <ErrorView problem={error} onRetry={() => void refetch()} />
          ) : (
            <Waiting />
          )}
          {signedIn && other && <SomebodyElse before={signedIn.person.name} now={other.name} />}
        </SessionContext>
      </NewsroomZone>
    </WordsProvider>
  );
}

/** Who works in this tab: who was signed in when it began to be worked in, until the page is loaded anew. */
function useWhoWorks(session: SessionWire | undefined): SignedIn | null {
  const first = useRef<SignedIn | null>(null);
  const current = session?.person ? (session as SignedIn) : null;
  if (current && (first.current === null || first.current.person.id === current.person.id))
    first.current = current;
  const isOver = session !== undefined && current === null && first.current !== null;
  useEffect(() => {
    if (isOver) sessionOver.begin();
  }, [isOver]);
  return first.current;
}
