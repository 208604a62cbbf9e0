import { useEffect, type ReactNode } from 'react';
import { ErrorView } from '../kit/error-view.tsx';
import { NewsroomZone } from '../kit/when.tsx';
import { SessionContext, useSessionQuery, type SignedIn } from '../net/session.ts';
import { WordsProvider } from '../words/words.tsx';
import { useLanguage } from './language.ts';
import { Waiting } from './screen.tsx';

/** Asks who is signed in before anything is shown; from then on a screen stays, whatever becomes of the session. */
export function SessionGate({ children }: { children: ReactNode }) {
  const { data: session, error, refetch } = useSessionQuery();
  const lang = useLanguage(session?.person?.lang, session?.site.lang);
  const name = session?.site.name;
  useEffect(() => {
    if (name) document.title = name;
  }, [name]);
  return (
    <WordsProvider lang={lang}>
      <NewsroomZone value={session?.site.zone ?? 'UTC'}>
        <SessionContext value={session?.person ? (session as SignedIn) : null}>
          {session ? (
            children
          ) : error ? (
            <ErrorView problem={error} onRetry={() => void refetch()} />
          ) : (
            <Waiting />
          )}
        </SessionContext>
      </NewsroomZone>
    </WordsProvider>
  );
}
