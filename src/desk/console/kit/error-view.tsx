import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Problem } from '../net/problem.ts';
import { problemWords } from '../net/problem-words.ts';
import { useWords } from '../words/words.tsx';

/** What went wrong, and what to do: for anything that was thrown. `onRetry` where trying again may help. */
export function ErrorView({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const speech = useWords();
  const { what, todo } = problemWords(speech, problem);
  const mayHelp = !(problem instanceof Problem) || problem.mayPass;
  return (
    <Banner
      kind="bad"
      action={
        onRetry &&
        mayHelp && (
          <Button small icon="sync" onClick={onRetry}>
            {speech.say('kit.tryAgain')}
          </Button>
        )
      }
    >
      <p>
        <strong>{what}</strong>
      </p>
      {todo && <p>{todo}</p>}
    </Banner>
  );
}
