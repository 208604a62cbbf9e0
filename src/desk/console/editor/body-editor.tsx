import '../kit/button.css';
import '../kit/field.css';
import '../kit/icons.css';
import '../kit/person-colours.css';
import './body-editor.css';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useMemo, useRef } from 'react';
import { emptyDocument } from '../../../domain/document.ts';
import { editorExtensions } from './extensions.ts';
import { Footer } from './footer.tsx';
import { Margin } from './margin/margin.tsx';
import { Notices } from './notices.tsx';
import { Panels } from './panels/panels.tsx';
import { PictureChooser } from './pictures/picture-chooser.tsx';
import type { BodyEditorProps } from './props.ts';
import { newRoom } from './room.ts';
import { RoomContext } from './room-context.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useWords } from '../words/words.tsx';
import { useWordCount } from './word-count.ts';

export type { BodyEditorProps, MediaGate } from './props.ts';

/** Where the body of an update or a lead is written: by several people at once, in the nodes and marks of a document. */
export function BodyEditor(props: BodyEditorProps) {
  const { doc, field, awareness, editable, label } = props;
  const speech = useWords();
  const room = useMemo(() => newRoom(props, speech), [doc, field]);
  room.props = props;
  room.say = speech.say;
  room.speech = speech;
  const frame = useRef<HTMLDivElement>(null);
  const editor = useEditor(
    {
      extensions: editorExtensions(room),
      injectCSS: false,
      // As JSON: an empty text would be parsed as markup, which the policy forbids. The room's words take its place.
      content: emptyDocument(),
      editable,
      // Not the library's `autofocus`: it takes the focus a frame later, whoever has it then.
      onCreate: ({ editor: made }) => {
        if (!props.takesFocus?.()) return;
        made.commands.setTextSelection(made.state.doc.content.size);
        made.view.focus();
      },
      enableInputRules: true,
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
        },
      },
    },
    [doc, field, awareness],
  );
  useEffect(() => editor.setEditable(editable, false), [editor, editable]);
  const words = useWordCount(editor);
  useEffect(() => room.props.onWords?.(words), [room, words]);

  return (
    <RoomContext value={room}>
      <div className="body-editor" ref={frame}>
        {editable && <Toolbar editor={editor} />}
        {editable && <PictureChooser editor={editor} />}
        {editable && <Panels editor={editor} />}
        <Notices />
        <div className="body-editor-page">
          <EditorContent className="body-editor-text" editor={editor} />
          {editable && <Margin editor={editor} marks={props.marks} />}
        </div>
        <Footer words={words} />
      </div>
    </RoomContext>
  );
}
