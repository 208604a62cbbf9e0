import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { breaks, FAULT_RULES, faultAt, type FaultRule } from '../../../domain/faults.ts';
import type { FieldError } from '../../../domain/errors.ts';
import { english } from '../words/english.ts';
import { LANGUAGES, type LanguageTag } from '../words/languages.ts';
import { speechOf } from '../words/speech.ts';
import { faultWords, faultWordsAt } from './fault-words.ts';
import { Problem } from './problem.ts';
import { problemLine } from './problem-words.ts';

const folder = path.join(import.meta.dirname, '../../../render/languages/desk');
const read = (lang: string, area: string): Record<string, string> =>
  JSON.parse(fs.readFileSync(path.join(folder, lang, `${area}.json`), 'utf8'));
const speaking = (lang: LanguageTag) =>
  lang === 'en' ? speechOf(lang) : speechOf(lang, { ...read(lang, 'faults'), ...read(lang, 'errors') });

test('the desk has a sentence for every rule there is, and for no other', () => {
  const said = Object.keys(english).filter((name) => name.startsWith('faults.'));
  assert.deepEqual(said.toSorted(), FAULT_RULES.map((rule) => `faults.${rule}`).toSorted());
});

/** A bound that no sentence has of its own; 0 where the rule has none. */
const boundOf = (rule: FaultRule): number =>
  breaks(rule as 'too-long', 7777).detail.includes('7777') ? 7777 : 0;

for (const lang of Object.keys(LANGUAGES) as LanguageTag[])
  test(`every rule is told in ${lang} as a sentence, with its bound where it has one`, () => {
    const speech = speaking(lang);
    for (const rule of FAULT_RULES) {
      const bound = boundOf(rule);
      const words = faultWords(speech, { pointer: '', detail: 'x', rule, ...(bound > 0 && { bound }) });
      assert.match(words, /[.!]$/, rule);
      assert.equal(words.replace(/[\s.,\u00a0\u202f]/g, '').includes('7777'), bound > 0, `${rule}: ${words}`);
    }
  });

const told: [what: string, lang: LanguageTag, fault: FieldError, words: string][] = [
  [
    'a title too long, in German',
    'de',
    faultAt('/title', breaks('one-line', 300)),
    'Schreiben Sie eine Zeile mit höchstens 300 Zeichen.',
  ],
  ['the same in Korean', 'ko', faultAt('/title', breaks('one-line', 300)), '한 줄로, 최대 300자까지 쓰세요.'],
  [
    'a contrast as its language writes fractions',
    'fr',
    faultAt('/colours/light/live', breaks('contrast', 4.5)),
    'Ce serait illisible sur sa page : il faut un contraste de 4,5:1.',
  ],
  [
    'what the server says more exactly, by its rule',
    'es',
    faultAt(
      '/publishAt',
      breaks('ahead', 'must lie ahead: it is 2019-02-28T05:05:00Z by the server’s clock'),
    ),
    'Esa hora ya pasó. Elige una que esté por venir.',
  ],
  [
    'what has no rule, in the server’s words',
    'de',
    faultAt('/id', 'must be a UUID of version 7'),
    'Must be a UUID of version 7.',
  ],
  [
    'a rule of a later server, in its words',
    'de',
    { pointer: '/title', detail: 'must rhyme', rule: 'rhyme' as FaultRule, bound: 2 },
    'Must rhyme.',
  ],
];

for (const [what, lang, fault, words] of told)
  test(`at a field: ${what}`, () => assert.equal(faultWords(speaking(lang), fault), words));

test('a field shows its own fault; a toast tells all of them in one line', () => {
  const errors = [faultAt('/email', breaks('email')), faultAt('/name', breaks('missing'))];
  const problem = new Problem({ type: 'invalid', status: 422, errors });
  const speech = speaking('de');
  assert.equal(faultWordsAt(speech, problem, '/name'), 'Das wird gebraucht.');
  assert.equal(faultWordsAt(speech, problem, '/role'), null);
  assert.equal(faultWordsAt(speech, new Error('broken'), '/name'), null);
  assert.equal(
    problemLine(speech, problem),
    'Erst muss etwas richtiggestellt werden. Schreiben Sie eine Mailadresse wie ada@example.org. Das wird gebraucht.',
  );
});
