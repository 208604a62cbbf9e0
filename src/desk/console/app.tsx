import { QueryClientProvider } from '@tanstack/react-query';
import { Route, Router, Switch } from 'wouter';
import { Desk } from './frame/desk.tsx';
import { OPEN_SCREENS } from './frame/screens.ts';
import { Screen } from './frame/screen.tsx';
import { SessionGate } from './frame/session-gate.tsx';
import { LiveRegion } from './kit/live-region.tsx';
import { Toasts } from './kit/toasts.tsx';
import { queryClient } from './net/query-client.ts';

/** The desk: who one is, then where one is. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Router base="/desk">
        <SessionGate>
          <Switch>
            {OPEN_SCREENS.map(({ path, screen }) => (
              <Route key={path} path={path}>
                <Screen of={screen} />
              </Route>
            ))}
            <Route>
              <Desk />
            </Route>
          </Switch>
          <Toasts />
          <LiveRegion />
        </SessionGate>
      </Router>
    </QueryClientProvider>
  );
}
