import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/schema';
import { documentSchemas } from '../document.ts';
import { anyDocument } from './arbitrary.ts';
import { doc, paragraph, statement, text } from './hostile.ts';
import { runs } from '../../../test/support/runs.ts';

const whole = Compile({ $ref: '#/$defs/document', $defs: documentSchemas('#/$defs/') });

test('the published schema takes every document the gate takes', () => {
  fc.assert(
    fc.property(anyDocument, (given) => assert.equal(whole.Check(given), true)),
    { numRuns: runs(100) },
  );
});

test('the published schema names what a body is not', () => {
  const wrong = [
    paragraph(text('a')),
    doc(),
    doc({ type: 'script' }),
    doc({ type: 'paragraph', attrs: { style: 'x' } }),
    doc({ type: 'bullet_list', content: [paragraph()] }),
    doc({ type: 'heading', attrs: { level: 1 } }),
    doc(statement({}, paragraph())),
    doc({ type: 'image' }),
    doc(paragraph(text('a', { type: 'blink' }))),
    doc(paragraph(text('a', { type: 'link' }))),
  ];
  for (const given of wrong) assert.equal(whole.Check(given), false, JSON.stringify(given));
});

test('the schemas refer to each other where the API keeps its own', () => {
  const names = Object.keys(documentSchemas());
  const references = JSON.stringify(documentSchemas()).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
  for (const [, name = ''] of references) assert.ok(names.includes(name), name);
});
