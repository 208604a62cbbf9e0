import { useMemo } from 'react';
import { diffWords } from './word-diff.ts';
import './word-diff.css';

/** What changes from one text to another, word by word; line breaks stand. */
export function WordDiff({ was, is, lang }: { was: string; is: string; lang: string }) {
  const runs = useMemo(() => diffWords(was, is), [was, is]);
  return (
    <p className="word-diff" dir="auto" lang={lang}>
      {runs.map(({ change, text }, at) => {
        const Run = RUNS[change];
        // oxlint-disable-next-line react/no-array-index-key -- a run is what it is where it is
        return <Run key={at}>{text}</Run>;
      })}
    </p>
  );
}

const RUNS = { same: 'span', out: 'del', in: 'ins' } as const;
