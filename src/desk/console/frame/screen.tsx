import { Suspense, type ComponentType } from 'react';
import { Button } from '../kit/button.tsx';
import { EmptyState } from '../kit/empty-state.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { useWords } from '../words/words.tsx';
import { useArrival } from './arrival.ts';
import { Unbroken } from './unbroken.tsx';
import './screen.css';

/** A screen that is fetched when it is shown; where it breaks, the frame round it stands. */
export function Screen({ of: Shown }: { of: ComponentType }) {
  return (
    <Unbroken instead={<Broken />}>
      <Suspense fallback={<Waiting />}>
        <Shown />
        <Arrival />
      </Suspense>
    </Unbroken>
  );
}

/** Stands beside a screen once it is there. */
function Arrival() {
  useArrival();
  return null;
}

export function Waiting() {
  const { say } = useWords();
  return (
    <div className="screen-waiting">
      <Spinner label={say('kit.loading')} />
    </div>
  );
}

/** Something was thrown while a screen was drawn, or its piece could not be fetched. */
function Broken() {
  const { say } = useWords();
  return (
    <EmptyState
      drawing="offline"
      title={say('errors.screen')}
      action={
        <Button kind="primary" icon="sync" onClick={() => location.reload()}>
          {say('errors.reload')}
        </Button>
      }
    >
      <p>{navigator.onLine ? say('errors.bug.todo') : say('errors.offline.todo')}</p>
    </EmptyState>
  );
}
