import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { heading, isIn, list, quote, rule, toggle } from '../commands.ts';
import { onMac } from '../keys.ts';
import type { EditorRoom } from '../room.ts';
import type { Sentence } from '../../words/english.ts';
import { askWhoSaidIt } from '../statement/offer.ts';
import type { Face } from './icons.tsx';

export type Item = {
  name: Sentence;
  /** Letters where they say it better than a drawing. */
  face: Face | { letters: string };
  /** As a keyboard has them: `Mod` is Ctrl or ⌘. */
  keys?: string;
  /** Where there is a camera at hand. */
  touchOnly?: true;
  run(editor: Editor, room: EditorRoom): void;
  pressed?(editor: Editor): boolean;
  enabled?(editor: Editor): boolean;
};

const by =
  (command: Command) =>
  (editor: Editor): void => {
    command(editor.state, editor.view.dispatch, editor.view);
    editor.view.focus();
  };

const history =
  (direction: 'undo' | 'redo') =>
  ({ commands, view }: Editor): void => {
    commands[direction]();
    view.focus();
  };

const level = (n: number): Item => ({
  name: `editor.heading${n}` as Sentence,
  face: { letters: `H${n - 1}` },
  keys: onMac() ? `Mod+Alt+${n}` : `Alt+Shift+${n}`,
  run: by(heading(n)),
  pressed: (editor) => editor.isActive('heading', { level: n }),
});

const FACES = { strong: 'bold', em: 'italic', strike: 'strike', code: 'code' } as const;

const marked = (name: 'strong' | 'em' | 'strike' | 'code', keys: string): Item => ({
  name: `editor.${name}`,
  face: FACES[name],
  keys,
  run: by(toggle(name)),
  pressed: (editor) => editor.isActive(name),
});

/** The toolbar's buttons, in groups. */
export const ITEMS: Item[][] = [
  [
    {
      name: 'editor.statement',
      face: 'statement',
      keys: 'Alt+Q',
      run: (editor, room) => void askWhoSaidIt(editor.view, room),
      pressed: ({ state }) => isIn(state, 'statement'),
    },
    { name: 'editor.picture', face: 'image', run: (_, room) => room.choosePictures('files') },
    {
      name: 'editor.embed',
      face: 'embed',
      run: (_, room) => room.open('embed'),
    },
    {
      name: 'editor.camera',
      face: 'camera',
      touchOnly: true,
      run: (_, room) => room.choosePictures('camera'),
    },
  ],
  [level(2), level(3), level(4)],
  [
    marked('strong', 'Mod+B'),
    marked('em', 'Mod+I'),
    marked('strike', 'Mod+Shift+X'),
    marked('code', 'Mod+E'),
    {
      name: 'editor.link',
      face: 'link',
      keys: 'Mod+K',
      run: (_, room) => room.open('link'),
      pressed: (editor) => editor.isActive('link'),
    },
  ],
  [
    {
      name: 'editor.bullets',
      face: 'list',
      keys: 'Mod+Shift+8',
      run: by(list('bullet_list')),
      pressed: ({ state }) => isIn(state, 'bullet_list'),
    },
    {
      name: 'editor.numbers',
      face: 'ordered-list',
      keys: 'Mod+Shift+7',
      run: by(list('ordered_list')),
      pressed: ({ state }) => isIn(state, 'ordered_list'),
    },
    {
      name: 'editor.quote',
      face: 'quote',
      keys: 'Mod+Shift+9',
      run: by(quote),
      pressed: ({ state }) => isIn(state, 'blockquote'),
    },
  ],
  [{ name: 'editor.rule', face: 'rule', run: by(rule) }],
  [
    {
      name: 'editor.undo',
      face: 'undo',
      keys: 'Mod+Z',
      run: history('undo'),
      enabled: (editor) => editor.can().undo(),
    },
    {
      name: 'editor.redo',
      face: 'redo',
      keys: 'Mod+Shift+Z',
      run: history('redo'),
      enabled: (editor) => editor.can().redo(),
    },
  ],
];

/** `Mod+B` as this machine's people read it. */
export function shownKeys(keys: string): string {
  if (!onMac()) return keys.replace('Mod', 'Ctrl');
  const signs: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
  return keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join('');
}
