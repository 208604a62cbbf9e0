import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkName, cleanText, isVisible } from './plain-text.ts';

test('text keeps its Unicode as given but for controls, and has one kind of newline', () => {
  assert.equal(cleanText('Café\u0301 ﬁ 👩‍🚒 שלום'), 'Café\u0301 ﬁ 👩‍🚒 שלום');
  assert.equal(cleanText('one\r\ntwo\rthree\tfour'), 'one\ntwo\nthree\tfour');
  assert.equal(cleanText('n\u0000o\u0007t\u001B[31mh\u007Fi\u0085n\u009Fg\uFFFE\uFFFF'), 'not[31mhing');
});

test('half a character is replaced rather than stored', () => {
  assert.equal(cleanText('a\uD83Db'), 'a\uFFFDb');
  assert.equal(cleanText('\uDE92'), '\uFFFD');
});

test('a name with a control, a line break or nothing to see is refused', () => {
  for (const name of [
    '',
    '  ',
    'Ana\nRuiz',
    'Ana\u0000',
    'Ana\u2028Ruiz',
    'Ana\u0085',
    '\uD800',
    'a\uFFFF',
    '\u200B\u2060',
    '\u3164',
    'x'.repeat(201),
  ]) {
    assert.equal(checkName(name), null, JSON.stringify(name));
  }
});

test('a name loses the white space round it and nothing else', () => {
  assert.equal(checkName('  Sœur Ána  de la O\u0301 '), 'Sœur Ána  de la O\u0301');
  assert.equal(checkName('عَبْد الله'), 'عَبْد الله');
  assert.equal(checkName('Headline of sixty', 10), null);
});

test('what turns the direction of text is closed where it was left open', () => {
  assert.equal(cleanText('\u202Etxt'), '\u202Etxt\u202C');
  assert.equal(cleanText('\u2067a\u202Bb'), '\u2067a\u202Bb\u202C\u2069');
  assert.equal(checkName('\u2066\u2068a\u2069'), '\u2066\u2068a\u2069\u2069');
});

test('a closer that closes nothing is dropped, so that it cannot end what stands around it', () => {
  assert.equal(cleanText('a\u202Cb\u2069'), 'ab');
  assert.equal(cleanText('\u2067a\u202C\u2069'), '\u2067a\u2069');
});

test('what is closed already stays as it is', () => {
  fc.assert(
    fc.property(bidiText, (text) => {
      const closed = cleanText(text);
      assert.equal(cleanText(closed), closed);
      assert.equal(count(closed, /[\u2066-\u2068]/g), count(closed, /\u2069/g));
      assert.ok(count(closed, /[\u202A\u202B\u202D\u202E]/g) >= count(closed, /\u202C/g));
    }),
  );
});

test('an isolate that is closed closes the embeddings opened in it', () => {
  assert.equal(cleanText('\u2068\u202Ea\u2069b'), '\u2068\u202Ea\u2069b');
});

test('white space and invisible characters alone are not something to read', () => {
  assert.equal(isVisible(' \n\u200D\u00AD'), false);
  assert.equal(isVisible('🕊'), true);
});

const bidiText = fc.string({
  unit: fc.constantFrom(
    'a',
    'ש',
    '\u202A',
    '\u202B',
    '\u202C',
    '\u202D',
    '\u202E',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ),
});

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
