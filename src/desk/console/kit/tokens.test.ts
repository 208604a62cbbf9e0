import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { contrast } from '../../../domain/contrast.ts';
import { PERSON_COLOURS } from '../../shared/person-colour.ts';

const read = (name: string): string => fs.readFileSync(path.join(import.meta.dirname, name), 'utf8');
const sheet = read('tokens.css');

type Scheme = 'light' | 'dark';

/** The colour that a token has in a scheme. */
function colour(token: string, scheme: Scheme): string {
  const [, pair, both] =
    new RegExp(`--${token}: (?:light-dark\\(([^)]+)\\)|(#[0-9a-f]{6}));`).exec(sheet) ?? [];
  const found = both ?? pair?.split(', ')[scheme === 'light' ? 0 : 1];
  assert.match(found ?? '', /^#[0-9a-f]{6}$/, `--${token} is no colour`);
  return found!;
}

const GROUNDS = ['ground', 'paper', 'raised', 'tint', 'hover', 'picked'];

/** Letters, and every ground they stand on (WCAG 2.2, 1.4.3). */
const LETTERS: [letters: string, grounds: string[]][] = [
  ['ink', [...GROUNDS, 'plain-wash', 'note-wash', 'warn-wash', 'bad-wash', 'good-wash', 'secret-wash']],
  ['soft', [...GROUNDS, 'plain-wash']],
  ['faint', ['ground', 'paper', 'raised', 'tint']],
  ['link', GROUNDS],
  ['bad', ['ground', 'paper', 'raised', 'tint', 'hover', 'bad-wash']],
  ['good', ['paper', 'good-wash']],
  ['warn', ['paper', 'warn-wash']],
  ['note', ['paper', 'picked', 'note-wash']],
  ['secret', ['paper', 'secret-wash']],
  ['danger', ['paper', 'raised']],
  ['on-act', ['act', 'act-hover']],
  ['on-danger', ['danger-fill']],
  ['on-live', ['live']],
];

/** What is no letter but must be made out: edges of fields, the ring of the focus (1.4.11). */
const SHAPES: [shape: string, grounds: string[]][] = [
  ['edge', ['ground', 'paper', 'raised', 'tint']],
  ['focus', GROUNDS],
  ['act', ['ground', 'paper', 'raised']],
];

for (const scheme of ['light', 'dark'] as const) {
  test(`every letter and every edge can be made out on its ground: ${scheme}`, () => {
    const faint = (pairs: typeof LETTERS, least: number): string[] =>
      pairs.flatMap(([token, grounds]) =>
        grounds.flatMap((ground) => {
          const measured = contrast(colour(token, scheme), colour(ground, scheme));
          return measured < least ? [`${token} on ${ground}: ${measured.toFixed(2)}`] : [];
        }),
      );
    assert.deepEqual(faint(LETTERS, 4.5), []);
    assert.deepEqual(faint(SHAPES, 3), []);
  });
}

test('white letters stand out from every person’s colour, and their cursor from both papers', () => {
  const found = [...read('person-colours.css').matchAll(/\.person-(\d+) \{\s*--person: (#[0-9a-f]{6});/g)];
  assert.deepEqual(
    found.map(([, n]) => Number(n)),
    Array.from({ length: PERSON_COLOURS }, (_, n) => n),
  );
  const faint = found.flatMap(([, n, person = '']) => [
    ...(contrast(person, '#ffffff') < 4.5
      ? [`${n} under white: ${contrast(person, '#ffffff').toFixed(2)}`]
      : []),
    ...(['light', 'dark'] as const).flatMap((scheme) =>
      contrast(person, colour('paper', scheme)) < 3 ? [`${n} on ${scheme} paper`] : [],
    ),
  ]);
  assert.deepEqual(faint, []);
});
