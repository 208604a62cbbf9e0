import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { playerOf } from '../../../../render/players.ts';
import { announce } from '../../kit/announcements.ts';
import { around } from '../commands.ts';
import { addressIn, insertEmbed } from '../embed/insert-embed.ts';
import type { EditorRoom } from '../room.ts';
import { newUndoStep } from '../undo-step.ts';
import { prepareGuesses } from './guess.ts';
import { openSource } from './open-source.ts';
import { makeStatement } from './make.ts';
import { quotationAt, targetOf, type Target } from './target.ts';

/** What is offered now, and the words it was refused for. */
type Offer =
  | { kind: 'statement'; target: Target; at: number; words: string }
  | { kind: 'embed'; url: string; at: number; words: string }
  | null;
type Offered = { offer: Offer; refused: string | null };

const OFFERS = {
  statement: { chip: 'editor.whoSaidIt', spoken: 'editor.offerSpoken' },
  embed: { chip: 'editor.makeCard', spoken: 'editor.cardSpoken' },
} as const;

const key = new PluginKey<Offered>('statementOffer');

/**
 * "Who said it?" behind a quotation that was just typed or pasted. Tab or Alt+Q takes the offer, Escape declines it,
 * writing on leaves it lie: nothing that is typed is ever taken for an answer.
 */
export function statementOffer(room: EditorRoom): Extension {
  return Extension.create({
    name: 'statementOffer',
    priority: 300,
    addKeyboardShortcuts() {
      const { editor } = this;
      return {
        Tab: () => accept(editor.view, room),
        Escape: () => decline(editor.view),
        'Alt-q': () => askWhoSaidIt(editor.view, room),
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin<Offered>({
        key,
        state: { init: () => ({ offer: null, refused: null }), apply: next },
        props: { decorations: (state) => chip(state, room) },
        view: () => ({ update: (view, before) => tell(view, before, room) }),
      }),
    ],
  });
}

function next(tr: Transaction, held: Offered, _: EditorState, state: EditorState): Offered {
  const refused = (tr.getMeta(key) as string | undefined) ?? held.refused;
  if (!tr.docChanged && !tr.selectionSet) return { ...held, refused };
  const isOurs = tr.docChanged && tr.getMeta(ySyncPluginKey) === undefined;
  // An offer is made by writing; moving the caret within the paragraph keeps it.
  if (!isOurs && held.offer === null) return held;
  const offer = offerIn(state);
  return { offer: offer && offer.words !== refused ? offer : null, refused };
}

function offerIn(state: EditorState): Offer {
  const { $from, empty } = state.selection;
  const quoted = empty ? around($from, ({ type }) => type.name === 'blockquote') : null;
  if (quoted && !isInStatement(state)) {
    const words = quoted.node.textContent;
    const isSaid = words.split(/\s+/).length > 3 && $from.parent.type.name === 'paragraph';
    const target: Target = { kind: 'blocks', from: quoted.pos, to: quoted.pos + quoted.node.nodeSize };
    return isSaid ? { kind: 'statement', target, at: $from.end(), words: words.slice(0, 40) } : null;
  }
  const url = playedAt(state);
  if (url !== null) return { kind: 'embed', url, at: $from.end(), words: url };
  const target = quotationAt(state);
  return (
    target && {
      kind: 'statement',
      target,
      at: $from.end(),
      words: state.doc.textBetween(target.from, target.to),
    }
  );
}

/** What a line that is nothing but an address of a known player shows. */
function playedAt({ selection: { $from, empty } }: EditorState): string | null {
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return null;
  const url = addressIn($from.parent.textContent);
  return url !== null && playerOf(url) ? url : null;
}

const isInStatement = (state: EditorState): boolean =>
  around(state.selection.$from, ({ type }) => type.name === 'statement') !== null;

function chip(state: EditorState, room: EditorRoom): DecorationSet | null {
  const { offer, refused } = key.getState(state) ?? {};
  if (!offer || offer.words === refused || !room.props.editable) return null;
  const draw = (view: EditorView): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'statement-offer';
    button.tabIndex = -1;
    button.append(room.say(OFFERS[offer.kind].chip), keyCap('Tab'));
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => accept(view, room));
    return button;
  };
  return DecorationSet.create(state.doc, [
    Decoration.widget(offer.at, draw, {
      side: 1,
      key: 'offer',
      ignoreSelection: true,
      stopEvent: () => true,
    }),
  ]);
}

function keyCap(name: string): HTMLElement {
  const cap = document.createElement('kbd');
  cap.textContent = name;
  cap.setAttribute('aria-hidden', 'true');
  return cap;
}

function tell(view: EditorView, before: EditorState, room: EditorRoom): void {
  const [was, is] = [key.getState(before)?.offer, key.getState(view.state)?.offer];
  if (!is || was?.words === is.words) return;
  if (is.kind === 'statement') prepareGuesses(room.props.names);
  if (!was) announce(room.say(OFFERS[is.kind].spoken));
}

function accept(view: EditorView, room: EditorRoom): boolean {
  const { offer, refused } = key.getState(view.state) ?? {};
  if (!offer || offer.words === refused) return false;
  if (offer.kind === 'statement') return make(view, room, offer.target);
  insertEmbed(view, offer.url);
  return true;
}

function decline(view: EditorView): boolean {
  const { offer } = key.getState(view.state) ?? {};
  if (!offer) return false;
  view.dispatch(view.state.tr.setMeta(key, offer.words));
  return true;
}

/** Makes a statement of what is meant here, or opens the source of the one the caret is in. */
export function askWhoSaidIt(view: EditorView, room: EditorRoom): boolean {
  const statement = around(view.state.selection.$from, ({ type }) => type.name === 'statement');
  if (statement) {
    openSource(view, statement.pos);
    return true;
  }
  const offer = key.getState(view.state)?.offer;
  const target = offer?.kind === 'statement' ? offer.target : targetOf(view.state);
  if (!target) return false;
  return make(view, room, target);
}

function make(view: EditorView, room: EditorRoom, target: Target): boolean {
  newUndoStep(view.state);
  const { tr, pos } = makeStatement(view.state, target);
  room.sourceAsked = pos;
  view.dispatch(tr);
  newUndoStep(view.state);
  return true;
}
