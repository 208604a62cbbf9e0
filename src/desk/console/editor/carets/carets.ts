import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { personColour } from '../../../shared/person-colour.ts';
import type { BodyEditorProps } from '../props.ts';

const NAME_MAX = 60;

/** Where the others write: a caret with a name, their selection in their colour. By class: the policy takes no style. */
export function carets(awareness: Awareness, person: BodyEditorProps['person']): Extension {
  return Extension.create({
    name: 'carets',
    onBeforeCreate() {
      // `color` is for y-tiptap alone, which would make one up.
      awareness.setLocalStateField('user', { id: person.id, name: person.name, color: '#808080' });
    },
    addProseMirrorPlugins: () => [
      yCursorPlugin(awareness, { cursorBuilder: caret, selectionBuilder: selection }),
    ],
  });
}

/** What another browser tells of its person is not trusted to be of any shape. */
type Told = { name?: unknown; id?: unknown };

function caret(told: Told): HTMLElement {
  const line = document.createElement('span');
  line.className = `caret ${colourClass(told)}`;
  const label = document.createElement('span');
  label.className = 'caret-name';
  label.textContent = typeof told.name === 'string' ? told.name.slice(0, NAME_MAX) : '';
  line.setAttribute('aria-hidden', 'true');
  line.append('\u2060', label, '\u2060');
  return line;
}

const selection = (told: Told) => ({ class: `caret-selection ${colourClass(told)}` });

const colourClass = ({ id }: Told): string => `person-${personColour(typeof id === 'string' ? id : '')}`;
