import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { PROBLEM_TYPES } from '../../../web/problem-types.ts';
import { english, type Sentence } from './english.ts';
import { spokenOf } from './languages.ts';
import { speechOf } from './speech.ts';

const folder = path.join(import.meta.dirname, '../../../render/languages/desk/en');

/** Areas that the server speaks, and the console does not. */
const ELSEWHERE = new Set(['mail.json']);

const files = fs.readdirSync(folder).filter((file) => !ELSEWHERE.has(file));
const areas = files.map((file) => ({
  file,
  sentences: JSON.parse(fs.readFileSync(path.join(folder, file), 'utf8')) as Record<string, string>,
}));

test('the console knows every sentence of every area, each under one name', () => {
  const names = areas.flatMap(({ sentences }) => Object.keys(sentences));
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  );
  assert.deepEqual(Object.keys(english).toSorted(), names.toSorted());
});

test('every sentence can be read as an ICU message', () => {
  const unreadable = Object.entries(english).flatMap(([name, text]) => {
    try {
      const message = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true });
      return message.getAst().length === 0 ? [name] : [];
    } catch (error) {
      return [`${name}: ${String(error)}`];
    }
  });
  assert.deepEqual(unreadable, []);
});

test('a sentence is filled, counted and told with what stands in it', () => {
  const { say, tell, list } = speechOf('en');
  assert.equal(say('stories.picked', { n: 1 }), '1 story picked');
  assert.equal(say('stories.picked', { n: 3 }), '3 stories picked');
  assert.deepEqual(tell('stories.updated', { when: { an: 'element' } as never }), [
    'Updated ',
    { an: 'element' },
  ]);
  assert.equal(list(['A', 'B', 'C']), 'A, B and C');
});

test('markup in a sentence or in what fills it is text', () => {
  const { say } = speechOf('en', { 'stories.notDone': '<b>{headline}</b>: {why}' });
  assert.equal(say('stories.notDone', { headline: '<i>x</i>', why: 'y' }), '<b><i>x</i></b>: y');
});

test('what another language lacks is said in English', () => {
  const { say, lang, dir } = speechOf('ar', { 'kit.close': 'إغلاق' });
  assert.equal(say('kit.close'), 'إغلاق');
  assert.equal(say('stories.picked', { n: 2 }), '2 stories picked');
  assert.deepEqual([lang, dir], ['ar', 'rtl']);
});

test('a sentence the server names is said where the catalogue has it', () => {
  const { sayNamed } = speechOf('en');
  assert.equal(sayNamed('errors.offline.what'), 'You are offline');
  assert.equal(sayNamed('errors.made-up.what'), null);
});

test('the language is the first the desk can speak', () => {
  assert.equal(spokenOf(['pt-BR', 'en']), 'pt');
  assert.equal(spokenOf([null, 'xx', 'de-AT']), 'de');
  assert.equal(spokenOf([undefined]), 'en');
});

/** What the desk never asks for: tokens of programs, headers no browser sends, cards. */
const NOT_AT_THE_DESK = new Set([
  'token-needed',
  'forbidden',
  'real-clock',
  'address-too-long',
  'headers-too-large',
  'card-not-drawn',
]);

test('every problem the server may have with the desk is told in the console’s words', () => {
  const names = Object.keys(PROBLEM_TYPES).filter((name) => !NOT_AT_THE_DESK.has(name));
  assert.deepEqual(
    names.filter((name) => !(`errors.${name}.what` in (english as Record<Sentence, string>))),
    [],
  );
});
