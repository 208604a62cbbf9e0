import { useContext, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { Shortcuts } from '../kit/shortcuts-dialog.tsx';
import { useShortcut } from '../kit/use-shortcut.ts';
import { useLive } from '../net/live.ts';
import { usePresenceBeat } from '../net/presence.ts';
import { SessionContext, useSession } from '../net/session.ts';
import { leaveAlso } from '../net/sign-out.ts';
import { onLeft } from '../net/who-left.ts';
import { NewVersion } from '../offline/new-version.tsx';
import { QueueView } from '../offline/queue-view.tsx';
import { useOffline } from '../offline/use-offline.ts';
import { useWords } from '../words/words.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { PhoneBar } from './phone-bar.tsx';
import { Screen } from './screen.tsx';
import { SCREENS, SignInScreen } from './screens.ts';
import { SignInAgain } from './sign-in-again.tsx';
import { TopBar } from './top-bar.tsx';
import './desk.css';

/** The desk's frame with a screen in it; to somebody who is not signed in, the way in, at whatever address they came to. */
export function Desk() {
  return useContext(SessionContext) ? <Frame /> : <Screen of={SignInScreen} />;
}

function Frame() {
  const { say } = useWords();
  const { person } = useSession();
  useLive();
  useOffline(person.id);
  useEffect(() => onLeft(person.id, () => void leaveAlso()), [person.id]);
  usePresenceBeat();
  const [, navigate] = useLocation();
  useShortcut('g s', () => navigate('/'), { label: say('frame.stories'), group: say('kit.keys.everywhere') });
  return (
    <div className="desk">
      <a className="skip" href="#screen">
        {say('frame.skip')}
      </a>
      <TopBar />
      <NewVersion />
      <QueueView />
      <main id="screen" className="desk-screen" tabIndex={-1}>
        <Switch>
          <Route path="/sign-in">
            <Redirect to="/" replace />
          </Route>
          {SCREENS.map(({ path, screen }) => (
            <Route key={path} path={path}>
              <Screen of={screen} />
            </Route>
          ))}
        </Switch>
      </main>
      <PhoneBar />
      <Shortcuts />
      <SignInAgain />
      <LeaveDialog />
    </div>
  );
}
