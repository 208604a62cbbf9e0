import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphemesOf, plainLine } from './plain.ts';

test('a headline is set as it was written, in one line', () => {
  assert.equal(plainLine('  Ferry overdue\n off the\tpoint '), 'Ferry overdue off the point');
  assert.equal(plainLine('« Rien »\u00a0: dit-elle'), '« Rien »\u00a0: dit-elle');
});

test('nothing turns the words round: embeddings, overrides and isolates are left out, marks that spell stay', () => {
  assert.equal(plainLine('paid \u202e000,1\u202c euros \u2066x\u2069'), 'paid 000,1 euros x');
  assert.equal(plainLine('می\u200cروند'), 'می\u200cروند');
});

test('controls, lone halves of characters and invisible ones are left out', () => {
  assert.equal(plainLine('a\u0000b\u0007c\ud800d\ufeffe\u00adf'), 'abcdef');
});

test('letters come composed, however they were typed', () => {
  assert.equal(plainLine('Hội nghị'.normalize('NFD')), 'Hội nghị');
});

test('pictures in colour are dropped with the space they stood in; a sign with a form in ink keeps it', () => {
  assert.equal(plainLine('Goal 🎉 🇻🇳 👩🏽‍🚒 for us'), 'Goal for us');
  assert.equal(plainLine('Done ✔️ and 1️⃣'), 'Done ✔ and 1');
});

test('a letter carries no more marks than any language sets on it', () => {
  const climbing = `Z${'\u0323\u0324\u0325\u0326'.repeat(50)}`;
  assert.ok([...(graphemesOf(plainLine(climbing))[0] ?? '')].length <= 5);
});

test('of a text without end, four hundred characters are looked at and the cut is told', () => {
  const line = plainLine('long '.repeat(200_000));
  assert.ok(graphemesOf(line).length <= 401);
  assert.ok(line.endsWith('…'));
});
