import './toolbar.css';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useRoom } from '../room-context.ts';
import { useWords } from '../../words/words.tsx';
import { ITEMS, shownKeys, type Item } from './items.ts';
import { useKeyboardHeight } from './use-keyboard-height.ts';
import { FaceOf } from './icons.tsx';

/** A phone or a tablet has its camera at hand. */
const isTouched = matchMedia('(pointer: coarse)').matches;
const GROUPS = ITEMS.map((group) => group.filter(({ touchOnly }) => isTouched || !touchOnly));
const FLAT = GROUPS.flat();

/** What can be done to the text. One stop of the Tab key: arrows go along it, Escape goes back to the text. */
export function Toolbar({ editor }: { editor: Editor }) {
  const room = useRoom();
  const { say } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  useKeyboardHeight(bar);
  const [current, setCurrent] = useState(0);
  const states = useEditorState({ editor, selector: ({ editor: one }) => statesOf(one) });

  const go = (to: number): void => {
    const at = (to + FLAT.length) % FLAT.length;
    setCurrent(at);
    bar.current?.querySelectorAll('button')[at]?.focus();
  };
  useEffect(() => {
    room.toToolbar = () => go(current);
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
    const to: Record<string, number> = {
      [forward]: current + 1,
      [back]: current - 1,
      Home: 0,
      End: FLAT.length - 1,
    };
    const at = to[event.key];
    if (at !== undefined) go(at);
    else if (event.key === 'Escape') editor.view.focus();
    else return;
    event.preventDefault();
  };

  return (
    <div
      className="editor-toolbar"
      role="toolbar"
      aria-label={say('editor.toolbar')}
      tabIndex={-1}
      ref={bar}
      onKeyDown={onKeyDown}
    >
      {GROUPS.map((group) => (
        <div className="editor-toolbar-group" role="group" key={group[0]!.name}>
          {group.map((item) => (
            <ToolbarButton
              key={item.name}
              item={item}
              state={states[FLAT.indexOf(item)]!}
              isStop={FLAT[current] === item}
              onFocus={() => setCurrent(FLAT.indexOf(item))}
              onPress={() => item.run(editor, room)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type State = { pressed: boolean | undefined; disabled: boolean };

function statesOf(editor: Editor): State[] {
  return FLAT.map(({ pressed, enabled }) => ({
    pressed: pressed?.(editor),
    disabled: enabled ? !enabled(editor) : false,
  }));
}

type ButtonProps = { item: Item; state: State; isStop: boolean; onFocus(): void; onPress(): void };

function ToolbarButton({ item, state, isStop, onFocus, onPress }: ButtonProps) {
  const { say } = useWords();
  const { name, face, keys } = item;
  const label = say(name);
  return (
    <button
      type="button"
      className="editor-tool"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-pressed={state.pressed}
      aria-disabled={state.disabled || undefined}
      {...(keys && { 'aria-keyshortcuts': keys.replace('Mod', 'Control') })}
      title={keys ? `${label} (${shownKeys(keys)})` : label}
      onFocus={onFocus}
      // The text keeps its selection, and a phone its keyboard.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => state.disabled || onPress()}
    >
      {typeof face === 'string' ? <FaceOf name={face} /> : <span aria-hidden="true">{face.letters}</span>}
    </button>
  );
}
