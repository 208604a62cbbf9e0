import { Extension } from '@tiptap/core';
import { liftListItem, sinkListItem, splitListItem } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { moveBlock } from './move-block.ts';
import { heading, lineBreak, list, paragraph, quote, toggle } from './commands.ts';

export type KeyTargets = { submit(): void; toToolbar(): void; link(): void };

export const onMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.platform);

const call = (act: () => void) => () => (act(), true);

/** The keys of the text. On a Mac, Alt writes letters and Ctrl is free; elsewhere Ctrl+Alt writes letters (AltGr). */
export function keys(targets: KeyTargets): Extension {
  return Extension.create({
    name: 'keys',
    priority: 200,
    addKeyboardShortcuts() {
      const run = (command: Command) => () =>
        command(this.editor.state, this.editor.view.dispatch, this.editor.view);
      const item = this.editor.schema.nodes['list_item']!;
      const level = onMac() ? 'Mod-Alt' : 'Alt-Shift';
      return {
        'Mod-b': run(toggle('strong')),
        'Mod-i': run(toggle('em')),
        'Mod-Shift-x': run(toggle('strike')),
        'Mod-e': run(toggle('code')),
        'Mod-k': call(targets.link),
        [`${level}-0`]: run(paragraph),
        [`${level}-2`]: run(heading(2)),
        [`${level}-3`]: run(heading(3)),
        [`${level}-4`]: run(heading(4)),
        'Mod-Shift-7': run(list('ordered_list')),
        'Mod-Shift-8': run(list('bullet_list')),
        'Mod-Shift-9': run(quote),
        'Alt-Shift-ArrowUp': run(moveBlock(-1)),
        'Alt-Shift-ArrowDown': run(moveBlock(1)),
        'Shift-Enter': run(lineBreak),
        Enter: run(splitListItem(item)),
        Tab: run(sinkListItem(item)),
        'Shift-Tab': run(liftListItem(item)),
        'Mod-Enter': call(targets.submit),
        'Alt-F10': call(targets.toToolbar),
      };
    },
  });
}
