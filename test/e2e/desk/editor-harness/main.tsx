import '../../../../src/desk/console/kit/tokens.css';
import '../../../../src/desk/console/kit/base.css';
import '../../../../src/desk/console/kit/person-colours.css';
import './harness.css';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { draftSchema } from '../../../../src/desk/shared/draft-schema.ts';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BodyEditor } from '../../../../src/desk/console/editor/body-editor.tsx';
import type { DeskMark } from '../../../../src/domain/desk/mark.ts';
import { mediaGate, names } from './stand-ins.ts';

/** What a test asks of the page. */
export type Harness = {
  json(person: number): unknown;
  happened: string[];
  marks(person: number, marks: DeskMark[]): void;
  /** What one writes is kept from the other until they are together again. */
  apart(apart: boolean): void;
  violations: string[];
};
declare global {
  interface Window {
    harness: Harness;
  }
}

const asked = new URLSearchParams(location.search);
const people = asked.has('two')
  ? [
      { id: 'e', name: 'Eva Lindqvist' },
      { id: 'e2', name: 'Omar Haddad' },
    ]
  : [{ id: 'e', name: 'Eva Lindqvist' }];
const docs = people.map(() => new Y.Doc());
const awarenesses = docs.map((doc) => new Awareness(doc));
let isApart = false;
const setters: ((marks: DeskMark[]) => void)[] = [];

window.harness = {
  json(person) {
    const json = yXmlFragmentToProsemirrorJSON(docs[person]!.getXmlFragment('body'));
    return draftSchema.nodeFromJSON(json).toJSON() as unknown;
  },
  happened: [],
  marks: (person, marks) => setters[person]?.(marks),
  apart(apart) {
    isApart = apart;
    if (!apart)
      for (const doc of docs)
        for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'wire');
  },
  violations: [],
};
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample, blockedURI }) => {
  window.harness.violations.push(`${violatedDirective} ${blockedURI} ${sample}`);
});

for (const [at, doc] of docs.entries()) {
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (isApart || origin === 'wire') return;
    for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'wire');
  });
  const awareness = awarenesses[at]!;
  awareness.on('update', (_: unknown, origin: unknown) => {
    if (isApart || origin === 'wire') return;
    const update = encodeAwarenessUpdate(awareness, [doc.clientID]);
    for (const other of awarenesses) if (other !== awareness) applyAwarenessUpdate(other, update, 'wire');
  });
}

const tell = (what: string): void => void window.harness.happened.push(what);

function One({ at }: { at: number }) {
  const [marks, setMarks] = useState<DeskMark[]>([]);
  setters[at] = setMarks;
  return (
    <section aria-label={people[at]!.name}>
      <BodyEditor
        doc={docs[at]!}
        field="body"
        awareness={awarenesses[at]!}
        person={people[at]!}
        editable
        label="Text of the update"
        placeholder="What happened?"
        takesFocus={() => at === 0}
        marks={marks}
        onSettle={(mark, replacement) => {
          tell(`settled ${mark.id} ${replacement}`);
          setMarks((all) => all.filter(({ id }) => id !== mark.id));
        }}
        onDismiss={(mark) => {
          tell(`dismissed ${mark.id}`);
          setMarks((all) => all.filter(({ id }) => id !== mark.id));
        }}
        names={names}
        media={mediaGate}
        onSubmit={() => tell('submitted')}
        onUnplaced={({ underWay, failed }) => tell(`uploads ${underWay + failed}`)}
      />
    </section>
  );
}

createRoot(document.getElementById('place')!).render(
  <>
    {people.map(({ id }, at) => (
      <One key={id} at={at} />
    ))}
  </>,
);
