import type { ReactNode } from 'react';
import { isSought, type Term } from '../../../../domain/find/sought.ts';
import { wordsIn } from '../../../../domain/find/words.ts';
import './marked.css';

/** A text with the words marked that were looked for: the same ones it was found by. */
export function Marked({ text, terms }: { text: string; terms: Term[] }) {
  const pieces: ReactNode[] = [];
  let from = 0;
  for (const { word, start, end } of wordsIn(text)) {
    if (!isSought(word, terms)) continue;
    pieces.push(
      text.slice(from, start),
      <mark key={start} className="sought">
        {text.slice(start, end)}
      </mark>,
    );
    from = end;
  }
  return <bdi>{[...pieces, text.slice(from)]}</bdi>;
}
