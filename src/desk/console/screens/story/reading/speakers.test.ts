import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockJSON, DocumentJSON } from '../../../../../domain/document.ts';
import { spokenIn, withSpeaker } from './speakers.ts';

const said = (speaker: string, words: string): BlockJSON => ({
  type: 'statement',
  attrs: {
    speaker,
    role: 'chairman',
    outlet: 'CNN',
    medium: null,
    interpreter: null,
    link: null,
    lang: null,
  },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const body: DocumentJSON = {
  type: 'doc',
  content: [said('Kim', 'If I were not willing.'), { type: 'blockquote', content: [said('Kim', 'Good.')] }],
};

test('every statement is found, and one is given to another speaker without the role of the former', () => {
  assert.deepEqual(
    spokenIn(body).map(({ speaker, words }) => `${speaker}: ${words}`),
    ['Kim: If I were not willing.', 'Kim: Good.'],
  );
  const right = withSpeaker(body, 1, 'Trump');
  assert.deepEqual(
    spokenIn(right).map(({ speaker }) => speaker),
    ['Kim', 'Trump'],
  );
  assert.equal(JSON.stringify(right).match(/chairman/g)?.length, 1);
  assert.match(JSON.stringify(right), /"speaker":"Trump","role":null,"outlet":"CNN"/);
});
