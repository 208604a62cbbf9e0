import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkDocument, schema } from '../document.ts';
import type { DocumentJSON } from '../document.ts';
import { anyDocument } from './arbitrary.ts';
import { runs } from '../../../test/support/runs.ts';

test('any document the gate takes comes out the same when it passes the gate again', () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = taken(given);
      assert.deepEqual(taken(JSON.parse(JSON.stringify(document))), document);
    }),
    { numRuns: runs(300) },
  );
});

test('a checked document is one that ProseMirror reads, holds valid and writes back alike', () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = taken(given);
      const node = schema.nodeFromJSON(document);
      node.check();
      assert.deepEqual(JSON.parse(JSON.stringify(node.toJSON())), document);
    }),
    { numRuns: runs(200) },
  );
});

test('anything at all is either a document or a refusal with a pointer and a reason', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true }), (given) => {
      const checked = checkDocument(given);
      if (checked.type === 'document') return;
      assert.ok(checked.errors.length > 0);
      for (const { pointer, detail } of checked.errors) {
        assert.match(pointer, /^(\/|$)/);
        assert.notEqual(detail, '');
      }
    }),
    { numRuns: runs(500) },
  );
});

test('a document damaged in one place is refused or read, and never breaks the gate', () => {
  const damage = fc.tuple(anyDocument, fc.nat(), fc.anything());
  fc.assert(
    fc.property(damage, ([given, at, wrong]) => {
      const places = placesIn(given);
      const place = places[at % places.length];
      if (place) Reflect.set(place.holder, place.key, wrong);
      const checked = checkDocument(given);
      if (checked.type === 'document') assert.equal(checkDocument(checked.document).type, 'document');
    }),
    { numRuns: runs(500) },
  );
});

function taken(given: unknown): DocumentJSON {
  const checked = checkDocument(given);
  if (checked.type === 'bad-document') throw new Error(JSON.stringify(checked.errors));
  return checked.document;
}

type Place = { holder: object; key: string };

function placesIn(holder: object): Place[] {
  const places: Place[] = [];
  for (const [key, value] of Object.entries(holder)) {
    places.push({ holder, key });
    if (typeof value === 'object' && value !== null) places.push(...placesIn(value));
  }
  return places;
}
