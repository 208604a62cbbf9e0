import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline } from './byline.ts';

test('a byline gives its names, without posts, dates and houses', () => {
  for (const [line, ...names] of [
    ['By Ann Lee', 'Ann Lee'],
    ['By Ann Lee and Tom Roy', 'Ann Lee', 'Tom Roy'],
    ['By ANN LEE, Staff Writer', 'ANN LEE'],
    ['By Ann Lee, Tom Roy & Ida van der Vale', 'Ann Lee', 'Tom Roy', 'Ida van der Vale'],
    ['By Ann Lee on December 13, 2016', 'Ann Lee'],
    ['Posted by Ann Lee | May 3, 2015', 'Ann Lee'],
    ["Written by Siobhán O'Dea for the Record", "Siobhán O'Dea"],
    ['By J. R. Moss Jr.', 'J. R. Moss Jr.'],
    ['Von Jana Brück', 'Jana Brück'],
    ['Par Lucie Marchetti', 'Lucie Marchetti'],
    ['Por Carmen Vidal', 'Carmen Vidal'],
    ['By Associated Press', 'Associated Press'],
    ['By Ann Lee, CNN', 'Ann Lee'],
  ] as const) {
    assert.deepEqual(readByline(line)?.names, names, line);
  }
});

test('a sentence that begins with “by” is none', () => {
  for (const line of [
    'By Monday the road was open.',
    'By Ann Lee was meant nothing of the kind, she said.',
    'By the river stands a mill.',
    'By 1920 there were two',
    'By far the best',
    'Von Montag an gilt das neue Gesetz.',
  ]) {
    assert.equal(readByline(line), null, line);
  }
});
