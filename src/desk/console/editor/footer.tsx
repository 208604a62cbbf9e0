import { useWords } from '../words/words.tsx';

export function Footer({ words }: { words: number }) {
  const { say } = useWords();
  return <p className="body-editor-count">{say('editor.words', { n: words })}</p>;
}
