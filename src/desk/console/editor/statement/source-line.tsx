import type { StatementSource } from '../../../../domain/document.ts';
import { useWords } from '../../words/words.tsx';

/** "Speaker, role · via Outlet, medium, through an interpreter", as the reader's page has it. */
export function SourceLine({ source }: { source: StatementSource }) {
  const { say } = useWords();
  const { speaker, role, outlet, medium, interpreter, link } = source;
  return (
    <span className="source-line">
      <cite>
        <bdi className="source-speaker">{speaker}</bdi>
      </cite>
      {role && (
        <>
          , <bdi className="source-role">{role}</bdi>
        </>
      )}
      {outlet && (
        <>
          {' · '}
          <span className="source-outlet">{say('editor.via', { outlet: isolated(outlet) })}</span>
        </>
      )}
      {medium && (
        <>
          , <bdi>{medium}</bdi>
        </>
      )}
      {interpreter && (
        <>
          {', '}
          <span className="source-interpreter">
            {say('editor.through', { interpreter: isolated(interpreter) })}
          </span>
        </>
      )}
      {link && <> · {say('editor.linked')}</>}
    </span>
  );
}

/** First-strong isolate (UAX 9), where no element can stand. */
const isolated = (name: string): string => `\u2068${name}\u2069`;
