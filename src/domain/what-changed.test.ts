import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs, type DocumentJSON } from './document.ts';
import { proposeEdit, whatChanged } from './what-changed.ts';

const words = (...texts: string[]) => ({ title: null, body: paragraphs(texts) });
const said = (speaker: string, text: string): { title: null; body: DocumentJSON } => ({
  title: null,
  body: {
    type: 'doc',
    content: [
      {
        type: 'statement',
        attrs: { speaker, role: null, outlet: null, medium: null, interpreter: null, link: null, lang: null },
        content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
      },
    ],
  },
});
const as = (was: string, is: string): string => proposeEdit(words(was), words(is)).as;

test('a changed number is a correction, and the sentence is there before and after', () => {
  const before = words('The river is high. At 1 a.m. ET, 12 people were hurt. More to come.');
  const after = words('The river is high. At 1 a.m. ET, 21 people were hurt. More to come.');
  assert.deepEqual(proposeEdit(before, after), {
    as: 'correction',
    was: 'At 1 a.m. ET, 12 people were hurt.',
    is: 'At 1 a.m. ET, 21 people were hurt.',
  });
  assert.deepEqual(whatChanged(before, after), {
    numbers: [{ was: '12', is: '21' }],
    names: [],
    speakers: [],
    negations: [],
  });
});

test('what else is of substance', () => {
  for (const [was, is] of [
    ['Two people were hurt.', 'Three people were hurt.'],
    ['The bill is 2 million euros.', 'The bill is 2 billion euros.'],
    ['The signing was set for 2 p.m. in Hanoi.', 'The signing was set for 4 p.m. in Hanoi.'],
    ['CNN reporter Will Ripley said so.', 'CNN reporter Will Riply said so.'],
    ['Trump left the hotel.', 'Kim left the hotel.'],
    ['They meet on Tuesday.', 'They meet on Wednesday.'],
    ['No agreement was reached.', 'An agreement was reached.'],
    ['He was hurt.', 'He was not hurt.'],
    ['The talks did end.', 'The talks didn’t end.'],
    ['Er kommt heute.', 'Er kommt heute nicht.'],
    ['Le pont est ouvert.', 'Le pont n’est pas ouvert.'],
  ] as const)
    assert.equal(as(was, is), 'correction', `${was} → ${is}`);
});

test('the same words under another speaker are a correction', () => {
  const [before, after] = [
    said('Donald Trump', 'Sometimes you have to walk.'),
    said('Kim Jong-un', 'Sometimes you have to walk.'),
  ];
  assert.deepEqual(proposeEdit(before, after), { as: 'correction', was: 'Donald Trump', is: 'Kim Jong-un' });
  assert.deepEqual(whatChanged(before, after).speakers, [{ was: 'Donald Trump', is: 'Kim Jong-un' }]);
});

test('spelling alone is a small edit', () => {
  for (const [was, is] of [
    ['Things are getting a big wierd here.', 'Things are getting a big weird here.'],
    ['The the talks are over.', 'The talks are over.'],
    ['It is an peace deal.', 'It is a peace deal.'],
    ['The talks are over', 'The talks are over.'],
    ['the talks are over.', 'The talks are over.'],
    ['The Talks ended, he said', 'The talks ended – he said.'],
    ['It is on going.', 'It is ongoing.'],
    ['Sao Paulo is dark.', 'São Paulo is dark.'],
    ['Twelve people were hurt.', '12 people were hurt.'],
    ['It happened.', 'It happened.'],
  ] as const)
    assert.equal(as(was, is), 'small-edit', `${was} → ${is}`);
});

test('whatever else is put differently, added or taken away is an edit', () => {
  for (const [was, is] of [
    ['The talks are over.', 'The talks ended early and nobody says why they are over.'],
    ['The talks are over.', 'The talks are over. No one was hurt, and 12 people left for Rome.'],
    ['The talks are over. 12 people left.', 'The talks are over.'],
    ['They discussed the plan at length.', 'They argued about the plan at length.'],
    ['He is happy now.', 'He was happy now.'],
  ] as const)
    assert.notEqual(as(was, is), 'small-edit', `${was} → ${is}`);
  assert.equal(
    as('The talks are over.', 'The talks are over. Nobody was hurt, and 12 people left for Rome.'),
    'edit',
  );
  assert.equal(proposeEdit(words('Same.'), { ...words('Same.'), analysis: true }).as, 'edit');
  assert.equal(proposeEdit(words('Same.'), { ...words('Same.'), author: 'Ann Roe' }).as, 'edit');
});

test('a picture that was put in is an edit', () => {
  const after = words('Same.');
  after.body.content.push({
    type: 'image',
    attrs: {
      src: 'https://example.test/a.jpg',
      alt: 'A',
      caption: null,
      credit: null,
      width: null,
      height: null,
    },
  });
  assert.equal(proposeEdit(words('Same.'), after).as, 'edit');
});

const long = (word: string) =>
  words(...Array.from({ length: 900 }, (_, at) => `Sentence ${at} tells of ${word} ${at % 7}.`));

test('a long update that was rewritten whole is an edit like any other', () => {
  assert.equal(proposeEdit(long('water'), long('fire')).as, 'edit');
});
