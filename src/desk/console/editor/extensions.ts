import { Extension, type Extensions } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { carets } from './carets/carets.ts';
import { embedNode } from './embed/embed-node.ts';
import { inputRules } from './input-rules.ts';
import { keys } from './keys.ts';
import { deskMarks } from './margin/marks.ts';
import { paste } from './paste/paste.ts';
import { pictureNodes } from './pictures/picture-nodes.ts';
import { pictureUploads } from './pictures/uploads.ts';
import { placeholder } from './placeholder.ts';
import type { EditorRoom } from './room.ts';
import { schemaExtensions } from './schema-extensions.ts';
import { statementOffer } from './statement/offer.ts';
import { statementKeys, statementNode } from './statement/statement-node.ts';

/** Everything an editor is made of. */
export function editorExtensions(room: EditorRoom): Extensions {
  const { doc, field, awareness, person } = room.props;
  return [
    ...schemaExtensions({ statement: statementNode(), ...pictureNodes(), embed: embedNode() }),
    // Undo takes back what this person wrote here, and nothing of the others'.
    Collaboration.configure({ document: doc, field }),
    ...(awareness ? [carets(awareness, person)] : []),
    keys({
      submit: () => room.props.onSubmit?.(),
      toToolbar: () => room.toToolbar(),
      link: () => room.open('link'),
    }),
    statementOffer(room),
    statementKeys,
    deskMarks(room),
    pictureUploads(room),
    paste(room),
    inputRules,
    Extension.create({ name: 'gapCursor', addProseMirrorPlugins: () => [gapCursor()] }),
    placeholder(room),
  ];
}
