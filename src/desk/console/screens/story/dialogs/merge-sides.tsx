import type { ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';

/** One part of two versions: theirs, which one press takes, and one's own, to be written in. */
export function MergeSides({
  label,
  theirs,
  onTake,
  children,
}: {
  label: string;
  theirs: ReactNode;
  onTake: () => void;
  children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <section className="merge-field" aria-label={label}>
      <h3 className="merge-label">{label}</h3>
      <div className="merge-sides">
        <div className="merge-side">
          <header>
            <h4>{say('story.merge.theirs')}</h4>
            <Button small onClick={onTake}>
              {say('story.merge.takeTheirs')}
            </Button>
          </header>
          {theirs}
        </div>
        <div className="merge-side">
          <header>
            <h4>{say('story.merge.yours')}</h4>
          </header>
          {children}
        </div>
      </div>
    </section>
  );
}
