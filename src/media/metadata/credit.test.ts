import assert from 'node:assert/strict';
import { test } from 'node:test';
import { creditLine } from './credit.ts';
import { moment } from './taken-at.ts';

test('by-line and credit are one line, neither said twice', () => {
  const lines: [byline: string | null, credit: string | null, line: string | null][] = [
    ['Evan Vucci', 'AP', 'Evan Vucci/AP'],
    ['Evan Vucci', 'Evan Vucci/AP', 'Evan Vucci/AP'],
    ['Evan Vucci/AP', 'AP', 'Evan Vucci/AP'],
    ['EVAN VUCCI', 'Evan Vucci / Associated Press', 'Evan Vucci / Associated Press'],
    ['José Núñez', 'JOSE NUNEZ for Reuters', 'JOSE NUNEZ for Reuters'],
    ['Ann', 'Annapolis Times', 'Ann/Annapolis Times'],
    [null, 'Reuters', 'Reuters'],
    ['Evan Vucci', null, 'Evan Vucci'],
    [null, null, null],
  ];
  for (const [byline, credit, line] of lines) assert.equal(creditLine(byline, credit), line);
});

test('when it was taken is told as exactly as the picture knows it, and not at all where it is no moment', () => {
  const moments: [text: string, told: string | null][] = [
    ['2019-02-28', '2019-02-28'],
    ['2019-02-28T14:00:05.123+07:00', '2019-02-28T14:00:05+07:00'],
    ['2019-02-28T14:00', '2019-02-28T14:00:00'],
    ['2019-02-28T07:00:00Z', '2019-02-28T07:00:00Z'],
    ['2019:02:28 14:00:00', '2019-02-28T14:00:00'],
    ['2019:02:28 14:00:00+0700', '2019-02-28T14:00:00+07:00'],
    ['20190228 135501-0500', '2019-02-28T13:55:01-05:00'],
    ['2019-02-28T25:00:00', '2019-02-28'],
    ['0000:00:00 00:00:00', null],
    ['2019-02-30', null],
    ['yesterday', null],
    ['', null],
  ];
  for (const [text, told] of moments) assert.equal(moment(text), told, text);
});
