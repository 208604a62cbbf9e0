import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotationBefore, quotationsIn } from './quotations.ts';

const found = (text: string): string[] => quotationsIn(text).map(({ words }) => words);

test('a quotation is found in the marks of every language', () => {
  assert.deepEqual(found('“We had to walk away from that,” Trump said.'), ['We had to walk away from that,']);
  assert.deepEqual(found('He said: "Sometimes you have to walk."'), ['Sometimes you have to walk.']);
  assert.deepEqual(found('« Nous avons dû partir », a-t-il dit.'), ['Nous avons dû partir']);
  assert.deepEqual(found('„Wir mussten gehen“, sagte er.'), ['Wir mussten gehen']);
  assert.deepEqual(found('金正恩表示「如果不願意我就不會來」。'), ['如果不願意我就不會來']);
});

test('titles, nicknames, irony and open marks are no quotations', () => {
  assert.deepEqual(found('The “deal” was “No Deal” and Dwayne “The Rock” Johnson'), []);
  assert.deepEqual(found('“We had to walk away'), []);
  assert.deepEqual(found("It's the leaders' lunch, isn't it"), []);
});

test('the one that was just closed is meant', () => {
  const text = '“It is too early,” Kim said. “I would not be here,” he added.';
  assert.equal(quotationBefore(text, text.length)?.words, 'I would not be here,');
  assert.equal(quotationBefore(text, 25)?.words, 'It is too early,');
  assert.equal(quotationBefore(text, 5), null);
});
