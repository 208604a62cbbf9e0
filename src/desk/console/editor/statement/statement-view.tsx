import './statement.css';
import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { StatementSource } from '../../../../domain/document.ts';
import { sourceKey } from '../margin/marks.ts';
import { useRoom } from '../room-context.ts';
import { useWords } from '../../words/words.tsx';
import { leaveStatement } from './leave.ts';
import { OPEN_SOURCE } from './open-source.ts';
import { SourceForm } from './source-form.tsx';
import { SourceLine } from './source-line.tsx';

/** A quotation in the text, with its source line under it as readers will see it; a press opens it for writing. */
export function StatementView({ node, editor, getPos, updateAttributes }: ReactNodeViewProps) {
  const room = useRoom();
  const { say } = useWords();
  const source = node.attrs as StatementSource;
  const [isOpen, setOpen] = useState(() => room.sourceAsked !== null && room.sourceAsked === getPos());
  const frame = useRef<HTMLElement>(null);

  useEffect(() => {
    if (isOpen) room.sourceAsked = null;
  }, [isOpen, room]);
  useEffect(() => {
    const outer = frame.current?.closest('.node-statement');
    const open = (): void => setOpen(true);
    outer?.addEventListener(OPEN_SOURCE, open);
    return () => outer?.removeEventListener(OPEN_SOURCE, open);
  }, []);

  const done = (): void => {
    setOpen(false);
    leaveStatement(editor.view, getPos());
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!sourceKey(editor.view, room, getPos(), event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <NodeViewWrapper as="figure" className="statement-edited" ref={frame}>
      <NodeViewContent<'blockquote'> as="blockquote" dir="auto" {...(source.lang && { lang: source.lang })} />
      <figcaption contentEditable={false} onKeyDownCapture={onKey}>
        {isOpen ? (
          <SourceForm source={source} onChange={updateAttributes} onDone={done} />
        ) : (
          <button
            type="button"
            className="source-button"
            disabled={!editor.isEditable}
            onClick={() => setOpen(true)}
            title={`${say('editor.editSource')} (Alt+Q)`}
          >
            {source.speaker === '' ? (
              <span className="source-missing">{say('editor.whoSaidIt')}</span>
            ) : (
              <SourceLine source={source} />
            )}
          </button>
        )}
        {isOpen && source.speaker !== '' && (
          <p className="source-preview">
            <SourceLine source={source} />
          </p>
        )}
      </figcaption>
    </NodeViewWrapper>
  );
}
