import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../document.ts';
import { noticed, statement, type Telling } from './testing.ts';

const marked = (kind: string, text: string, telling: Telling): string[] =>
  noticed(text, telling)
    .filter((mark) => mark.kind === kind)
    .map(({ words, reason: { values }, updateId }) => `${words} | ${values['before']} | ${updateId}`);

test('a number is held against the last one the story had for the same thing', () => {
  for (const [text, told, mark] of [
    ['Now 21 people were hurt.', ['12 people were hurt.'], '21 | 12 people were hurt | u1'],
    [
      'Twenty-one people hurt, police say.',
      ['12 people were injured.'],
      'Twenty-one | 12 people were injured | u1',
    ],
    ['The storm killed at least 3 people.', ['Two people were killed.'], '3 | Two people were killed | u1'],
    ['The toll: 14 dead.', ['12 dead.', '13 people were killed.'], '14 | 13 people were killed | u2'],
    ['1,300 homes flooded.', ['Some 1,200 homes were flooded.'], '1,300 | 1,200 homes were flooded | u1'],
    [
      '2 million people evacuated.',
      ['1.5 million people were evacuated.'],
      '2 million | 1.5 million people were evacuated | u1',
    ],
    ['Es gibt 14 Verletzte.', ['Die Polizei meldet zwölf Verletzte.'], '14 | zwölf Verletzte | u1'],
  ] as const)
    assert.deepEqual(marked('number', text, { told: [...told] }), [mark], text);
});

test('numbers that agree, measure, or count something else are left alone', () => {
  for (const [text, told] of [
    ['Twelve people were hurt.', '12 people were hurt.'],
    ['12 people were killed.', '21 people were hurt.'],
    ['Three more people were hurt.', '12 people were hurt.'],
    ['Another 3 people were hurt.', '12 people were hurt.'],
    ['3 police officers were hurt.', '12 people were hurt.'],
    ['3 people were hurt in Porto.', '12 people were hurt in Lisbon.'],
    ['It rose 3 percent.', 'It rose 12 percent.'],
    ['It took 3 hours.', 'It took 12 hours.'],
    ['In 2019 people were hurt.', '12 people were hurt.'],
    ['$12 million pledged.', '$21 million pledged.'],
    ['They won 3-2.', 'They won 4-2.'],
    ['At 3 p.m. people were hurt.', '12 people were hurt.'],
    ['Page 3 people were hurt.', '12 people were hurt.'],
    ['Call 555 1234 people.', '12 people were hurt.'],
    ['3 people were not hurt.', '12 people were hurt.'],
    ['One of them was hurt.', '12 people were hurt.'],
    ['3 people left.', '12 people came.'],
  ] as const)
    assert.deepEqual(marked('number', text, { told: [told] }), [], text);
});

test('an edit is not held against the update it is over', () => {
  const draft = { body: paragraphs(['21 people were hurt.']), updateId: 'u1' };
  assert.deepEqual(noticed(draft, { told: ['12 people were hurt.'] }), []);
});

const WALK = '“Sometimes you have to walk, and this was one of those times.”';

test('the same quotation under another speaker is marked', () => {
  const told = [statement('Donald Trump', WALK)];
  const said = (body: ReturnType<typeof statement>, given: Telling = { told }) =>
    noticed({ body }, given).filter(({ kind }) => kind === 'speaker');
  const [mark] = said(statement('Kim Jong-un', WALK));
  assert.deepEqual(
    [mark?.words, mark?.source, mark?.path, mark?.replacements, mark?.reason.values, mark?.updateId],
    [
      'Kim Jong-un',
      'speaker',
      [0],
      ['Donald Trump'],
      { speaker: 'Kim Jong-un', before: 'Donald Trump' },
      'u1',
    ],
  );
  assert.deepEqual(said(statement('President Trump', WALK)), []);
  assert.deepEqual(
    said(statement('Kim Jong-un', '“Sometimes you have to.”')),
    [],
    'few words are said by many',
  );
  const inline = marked('speaker', `${WALK} Mike Pompeo said.`, { told });
  assert.deepEqual(inline, [`${WALK} | Donald Trump | u1`]);
  assert.deepEqual(marked('speaker', `${WALK} he said.`, { told }), [], 'a pronoun is nobody in particular');
  const within = { told: [`${WALK} Trump said.`] };
  assert.equal(
    said(
      statement('Mike Pompeo', 'He said “sometimes you have to walk, and this was one of those times”'),
      within,
    ).length,
    1,
  );
});

test('a summary line that rests on what was taken back blocks', () => {
  const summary = [
    { text: 'The barrier holds.', updateId: 'u1' },
    { text: 'Nobody is hurt.', updateId: 'u2' },
    { text: 'More soon.', updateId: null },
  ];
  const marks = noticed({ top: { dek: '', summary } }, { retracted: ['u2'] });
  assert.deepEqual(
    marks.map(({ kind, field, words, blocks }) => ({ kind, field, words, blocks })),
    [{ kind: 'orphan', field: 'summary/1', words: 'Nobody is hurt.', blocks: true }],
  );
});

test('marks stand in title, dek, body and summary, where their words do', () => {
  const text = 'It is at 2 am EST.';
  const top = { dek: text, summary: [{ text, updateId: null }] };
  const body = {
    type: 'doc' as const,
    content: [{ type: 'blockquote' as const, content: paragraphs(['x', text]).content }],
  };
  const marks = noticed({ title: text, body, top }, { placeZone: 'Asia/Tokyo' });
  assert.deepEqual(
    marks.map(({ field, path, from, to }) => [field, path.join('.'), from, to]),
    [
      ['title', '', 9, 17],
      ['dek', '', 9, 17],
      ['body', '0.1', 9, 17],
      ['summary/0', '', 9, 17],
    ],
  );
});

test('hostile words are looked at in no time to speak of', () => {
  for (const piece of [
    '12:',
    'A b ',
    '“Aa ',
    '1 people ',
    'Aa Bb ',
    'Xx said ',
    '12 am ',
    '"a" ',
    'a.m. ',
    '2 p.m. in Aa Bb Cc ',
  ]) {
    const text = piece.repeat(Math.floor(20_000 / piece.length));
    assert.ok(noticed(text, { told: [text], placeZone: 'Asia/Tokyo' }).length <= 100);
  }
});

test('a name in who said it is held against the story’s spelling, and marked at the statement', () => {
  const told = ['Kim Jong-un left. Kim Jong-un did not sign.', statement('Kim Jong-un', WALK)];
  const body = statement('Kim Jong Un', '“No.”');
  body.content.unshift(...paragraphs(['He left.']).content);
  const marks = noticed({ body }, { told });
  assert.deepEqual(
    marks.map(({ kind, source, path, from, to, words, replacements }) => [
      kind,
      source,
      path,
      from,
      to,
      words,
      replacements,
    ]),
    [['spelling', 'speaker', [1], 0, 11, 'Kim Jong Un', ['Kim Jong-un']]],
  );
  const role = statement('Sarah Sanders', '“No.”');
  const [said] = role.content;
  assert.ok(said?.type === 'statement');
  Object.assign(said.attrs, { role: 'spokeswoman for Kim Jong Un', interpreter: 'Kim Jong-un' });
  assert.deepEqual(
    noticed({ body: role }, { told }).map(({ source, words, from }) => [source, words, from]),
    [['role', 'Kim Jong Un', 16]],
  );
});
