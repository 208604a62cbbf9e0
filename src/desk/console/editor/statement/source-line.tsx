import type { StatementSource } from '../../../../domain/document.ts';
import { useWords } from '../../words/words.tsx';

/** "Speaker, role · via Outlet, medium, through an interpreter", as the reader's page has it. */
export function SourceLine({ source }: { source: StatementSource }) {
  const { say } = useWords();
  const { speaker, role, outlet, medium, interpreter, link } = source;
  return (
    <span className="source-line">
      <cite>
        <bdi>{speaker}</bdi>
      </cite>
      {role && (
        <>
          , <bdi>{role}</bdi>
        </>
      )}
      {outlet && <> · {say('editor.via', { outlet: isolated(outlet) })}</>}
      {medium && (
        <>
          , <bdi>{medium}</bdi>
        </>
      )}
      {interpreter && <>, {say('editor.through', { interpreter: isolated(interpreter) })}</>}
      {link && <> · {say('editor.linked')}</>}
    </span>
  );
}

/** First-strong isolate (UAX 9), where no element can stand. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
