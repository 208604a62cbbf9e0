import { say } from './say.ts';

export function Footer({ words }: { words: number }) {
  return <p className="body-editor-count">{say('editor.words', { n: words })}</p>;
}
