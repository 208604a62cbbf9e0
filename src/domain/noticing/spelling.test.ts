import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticed, statement, type Telling } from './testing.ts';

const spelt = (text: string, telling: Telling): string[] =>
  noticed(text, telling)
    .filter(({ kind }) => kind === 'spelling')
    .map(({ words, replacements }) => `${words} → ${replacements?.join()}`);

const told = [
  'CNN reporter Will Ripley said the talks ended abruptly.',
  'Kim Jong-un left the Metropole. Kim Jong-un did not speak.',
  'White House Press Secretary Sarah Huckabee Sanders said so.',
  'Harbour master Rosa Tavares said no. Rosa Tavares waited.',
  'Officials in Reykjavik said that Reykjavik is calm.',
];

test('a name spelt two ways is marked, with the spelling the story uses', () => {
  for (const [text, mark] of [
    ['According to Will Riply, nobody knows.', 'Will Riply → Will Ripley'],
    ['It was Will Ripely’s report.', 'Will Ripely → Will Ripley'],
    ['Then Kim Jong Un came back.', 'Kim Jong Un → Kim Jong-un'],
    ['And Sara Huckabee Sanders agreed.', 'Sara Huckabee Sanders → Sarah Huckabee Sanders'],
    ['Rosa Tavarez had her on radar.', 'Rosa Tavarez → Rosa Tavares'],
    ['The mayor of Reykyavik agreed.', 'Reykyavik → Reykjavik'],
  ] as const)
    assert.deepEqual(spelt(text, { told }), [mark], text);
});

test('names of bylines and sources count', () => {
  assert.deepEqual(spelt('As Ines Duarte wrote, it holds.', { byline: ['Inês Duarte'] }), [
    'Ines Duarte → Inês Duarte',
  ]);
  const sourced = { told: [statement('Andrés Peña', 'It holds.', 'Reuters')] };
  assert.deepEqual(spelt('It was Andres Pena who said it.', sourced), ['Andres Pena → Andrés Peña']);
  assert.deepEqual(spelt('The agency Rueters said it.', sourced), ['Rueters → Reuters']);
});

test('what is no slip is left alone', () => {
  for (const [text, given] of [
    ['Will Ripley’s report stands.', told],
    ['WILL RIPLEY SAYS NO', told],
    ['The North Koreans left.', ['North Korean officials left. North Korean officials came back.']],
    ['Mario Silva came.', ['Maria Silva spoke. Maria Silva left.']],
    ['Anna Petrova came.', ['Boris Petrov spoke. Anna Petrov left. Anna Petrov left.']],
    ['A Korea without Koreans.', ['Koreans came. The Korean side spoke to Korean media.']],
    ['He met Carson there.', ['He met Larson there, and Larson spoke.']],
    ['Iran and Iraq spoke.', ['Talks in Iran, says Iran.']],
    ['On Tuesday and Thursday it rained.', ['On Thursday. On Thursday it was dry.']],
    ['Williams came.', ['It was William and William again.']],
    ['He saw Marten there.', ['A word about Marten and Marten.', 'Of Martin we hear; Martin said; Martin.']],
  ] as const)
    assert.deepEqual(spelt(text, { told: [...given] }), [], text);
});

test('languages that tell words apart by marks or set capitals on nouns are not corrected by them', () => {
  assert.deepEqual(
    spelt('Die Mutter und die Müller kamen.', { lang: 'de', told: ['Von Mutter und Mütter, sagt Mütter.'] }),
    [],
  );
  assert.deepEqual(
    spelt('Ông Nguyễn Văn An nói.', { lang: 'vi', told: ['Ông Nguyễn Văn Ân nói. Ông Nguyễn Văn Ân đi.'] }),
    [],
  );
  assert.deepEqual(spelt('김정은은 떠났다.', { lang: 'ko', told: ['김정운은 떠났다.'] }), []);
  assert.deepEqual(
    spelt('Gestern kam Angela Merkl.', { lang: 'de', told: ['Die Kanzlerin Angela Merkel kam.'] }),
    ['Angela Merkl → Angela Merkel'],
  );
});
