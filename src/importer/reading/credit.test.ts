import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCredit } from './credit.ts';

test('a credit is given without its label', () => {
  for (const [line, credit] of [
    ['Photo: Ulf Berg/AP', 'Ulf Berg/AP'],
    ['Photograph by Ann Lee', 'Ann Lee'],
    ['Photo credit: Ann Lee / The Record', 'Ann Lee / The Record'],
    ['(Image: Getty Images)', 'Getty Images'],
    ['Foto: Jana Brück', 'Jana Brück'],
    ['Courtesy photo: Town of Skarn', 'Town of Skarn'],
    ['AP Photo/Ann Lee', 'AP Photo/Ann Lee'],
    ['Ulf Berg/Reuters', 'Ulf Berg/Reuters'],
    ['Photo illustration by Coast. Photo by Ann Lee.', 'Photo illustration by Coast. Photo by Ann Lee.'],
  ] as const) {
    assert.equal(readCredit(line), credit, line);
  }
});

test('a sentence about pictures is none', () => {
  for (const line of [
    'Photos by police show a car on fire',
    'Images of the storm are everywhere.',
    'Reuters reported on Monday that the pier was closed.',
    'The photo: a fake.',
  ]) {
    assert.equal(readCredit(line), null, line);
  }
});
