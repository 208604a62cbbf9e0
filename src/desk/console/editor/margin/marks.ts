import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { announce } from '../../kit/announcements.ts';
import type { EditorRoom } from '../room.ts';
import { newUndoStep } from '../undo-step.ts';
import { placesOf, type Place } from './places.ts';
import { reasonOf } from './reason.ts';

type Margin = { marks: readonly DeskMark[]; places: readonly Place[] };

export const marginKey = new PluginKey<Margin>('margin');

/** What the desk noticed, underlined in the text. Keys act on the mark the caret is in; nothing here moves the focus. */
export function deskMarks(room: EditorRoom): Extension {
  return Extension.create({
    name: 'deskMarks',
    priority: 350,
    addKeyboardShortcuts() {
      const { editor } = this;
      return {
        F8: () => go(editor.view, room, 1),
        'Shift-F8': () => go(editor.view, room, -1),
        'Alt-Enter': () => settleHere(editor.view, room),
        'Alt-Backspace': () => dismissHere(editor.view, room),
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin<Margin>({
        key: marginKey,
        state: {
          init: () => ({ marks: [], places: [] }),
          apply(tr, held) {
            const marks = (tr.getMeta(marginKey) as readonly DeskMark[] | undefined) ?? held.marks;
            if (!tr.docChanged && marks === held.marks) return held;
            return { marks, places: placesOf(tr.doc, marks) };
          },
        },
        props: { decorations: underlined },
      }),
    ],
  });
}

function underlined(state: EditorState): DecorationSet {
  const here = markHere(state);
  const decorations = placesIn(state).map((place) => {
    const { mark, from, to, statement } = place;
    const isHere = place === here ? ' is-here' : '';
    if (!statement)
      return Decoration.inline(from, to, { class: `desk-mark desk-mark-${mark.kind}${isHere}` });
    return Decoration.node(statement.from, statement.to, { class: `marked-${mark.source}${isHere}` });
  });
  return DecorationSet.create(state.doc, decorations);
}

export const placesIn = (state: EditorState): readonly Place[] => marginKey.getState(state)?.places ?? [];

/** The mark the caret touches. */
export function markHere(state: EditorState): Place | null {
  const { from, to } = state.selection;
  const places = placesIn(state);
  return (
    places.find((place) => !place.statement && place.from <= to && place.to >= from) ??
    places.find(({ statement }) => statement && statement.from <= from && statement.to >= to) ??
    null
  );
}

/** To the next mark, or the one before, round at the ends. */
function go(view: EditorView, room: EditorRoom, way: 1 | -1): boolean {
  const places = placesIn(view.state);
  if (places.length === 0) return false;
  const { from } = view.state.selection;
  const here = markHere(view.state);
  const others = places.filter((place) => place !== here);
  const next =
    (way === 1 ? others.find((place) => place.from > from) : others.findLast((place) => place.from < from)) ??
    (way === 1 ? places[0] : places.at(-1));
  if (!next) return false;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, next.to)).scrollIntoView());
  announce(reasonOf(room.speech, next.mark));
  return true;
}

function settleHere(view: EditorView, room: EditorRoom): boolean {
  const here = markHere(view.state);
  const replacement = here?.mark.replacements?.[0];
  if (!here || replacement === undefined) return false;
  settle(view, room, here.mark, replacement);
  return true;
}

function dismissHere(view: EditorView, room: EditorRoom): boolean {
  const here = markHere(view.state);
  if (!here || here.mark.blocks) return false;
  dismiss(room, here.mark);
  return true;
}

/** Puts other words in place of those marked, with the marks they had; a step of undo of its own. */
export function settle(view: EditorView, room: EditorRoom, mark: DeskMark, replacement: string): void {
  const place = placesIn(view.state).find((one) => one.mark.id === mark.id);
  if (!place) return;
  const { state } = view;
  if (place.statement) return settleSource(view, room, place, replacement);
  const marks = state.doc.resolve(place.from + 1).marks();
  newUndoStep(state);
  view.dispatch(state.tr.replaceWith(place.from, place.to, state.schema.text(replacement, marks)));
  settled(view, room, mark, replacement);
}

function settleSource(
  view: EditorView,
  room: EditorRoom,
  { mark, statement }: Place,
  replacement: string,
): void {
  const { state } = view;
  const node = statement && state.doc.nodeAt(statement.from);
  if (!node || !mark.source) return;
  const value = String(node.attrs[mark.source] ?? '');
  const now = value.slice(0, mark.from) + replacement + value.slice(mark.to);
  newUndoStep(state);
  view.dispatch(state.tr.setNodeAttribute(statement.from, mark.source, now));
  settled(view, room, mark, replacement);
}

function settled(view: EditorView, room: EditorRoom, mark: DeskMark, replacement: string): void {
  newUndoStep(view.state);
  announce(room.say('editor.markSettled', { words: replacement }));
  room.props.onSettle(mark, replacement);
}

/** The keys of the text, for who is in the form of a statement's source; false where they were not these. */
export function sourceKey(
  view: EditorView,
  room: EditorRoom,
  pos: number | undefined,
  { altKey, key }: Pick<KeyboardEvent, 'altKey' | 'key'>,
): boolean {
  if (!altKey || (key !== 'Enter' && key !== 'Backspace')) return false;
  const place = placesIn(view.state).find(({ statement }) => statement?.from === pos);
  if (!place) return false;
  const [replacement] = place.mark.replacements ?? [];
  if (key === 'Backspace') dismiss(room, place.mark);
  else if (replacement === undefined) return false;
  else settle(view, room, place.mark, replacement);
  return true;
}

export function dismiss(room: EditorRoom, mark: DeskMark): void {
  announce(room.say('editor.markDismissed'));
  room.props.onDismiss(mark);
}
