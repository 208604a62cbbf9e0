import { Extension, type Node } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { nodeExtension } from '../schema-extensions.ts';
import { leaveByArrow, leaveByEnter, unwrapByBackspace } from './leave.ts';
import { StatementView } from './statement-view.tsx';

/** The statement as it is edited. Its keys are apart: a priority of the node would change the schema's order. */
export const statementNode = (): Node =>
  nodeExtension('statement').extend({ addNodeView: () => ReactNodeViewRenderer(StatementView) });

export const statementKeys = Extension.create({
  name: 'statementKeys',
  priority: 250,
  addKeyboardShortcuts() {
    const run = (command: Command) => () =>
      command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    return { Enter: run(leaveByEnter), Backspace: run(unwrapByBackspace), ArrowDown: run(leaveByArrow) };
  },
});
