import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFlash } from './flash.ts';

test('a flash in capitals, with its agency below', () => {
  assert.deepEqual(
    readFlash('FLASH\n\nTRUMP-KIM SUMMIT ENDS WITHOUT AGREEMENT: WHITE HOUSE\n\n(Reuters)\n'),
    {
      title: '',
      paragraphs: ['TRUMP-KIM SUMMIT ENDS WITHOUT AGREEMENT: WHITE HOUSE'],
      outlet: 'Reuters',
      speaker: 'White House',
      dropped: ['FLASH', '(Reuters)'],
    },
  );
});

test('an urgent with slug, dateline, reporters and the time it was sent', () => {
  const urgent = [
    'BC-NKOREA-USA/ (URGENT)',
    'Trump, Kim fail to reach agreement',
    'HANOI, Feb 28 (Reuters) - U.S. President Donald Trump and North Korean leader Kim Jong Un failed to reach agreement on Thursday, the White House said.',
    'Both left the venue early.',
    '(Reporting by Jeff Mason; Editing by Lincoln Feast)',
    '28-Feb-2019 06:50:12 GMT',
  ].join('\n');
  assert.deepEqual(readFlash(urgent), {
    title: 'Trump, Kim fail to reach agreement',
    paragraphs: [
      'U.S. President Donald Trump and North Korean leader Kim Jong Un failed to reach agreement on Thursday, the White House said.',
      'Both left the venue early.',
    ],
    outlet: 'Reuters',
    speaker: 'White House',
    dropped: [
      'BC-NKOREA-USA/ (URGENT)',
      'HANOI, Feb 28 (Reuters) -',
      '(Reporting by Jeff Mason; Editing by Lincoln Feast)',
      '28-Feb-2019 06:50:12 GMT',
    ],
  });
});

test('other houses’ ways', () => {
  const ap = readFlash(
    'NewsAlert\nWASHINGTON (AP) — Officials say the bridge is open again.\nAP-NY-02-28-19 0150EST',
  );
  assert.deepEqual(
    [ap?.title, ap?.outlet, ap?.paragraphs],
    ['', 'AP', ['Officials say the bridge is open again.']],
  );
  const afp = readFlash('URGENT: Both leaders left Hanoi early - AFP\nbur/ab/cd');
  assert.deepEqual(
    [afp?.outlet, afp?.paragraphs, afp?.speaker],
    ['AFP', ['Both leaders left Hanoi early'], null],
  );
  const dpa = readFlash('EILMELDUNG – Gipfel in Hanoi endet ohne Einigung\n\ndpa');
  assert.deepEqual([dpa?.outlet, dpa?.paragraphs], ['dpa', ['Gipfel in Hanoi endet ohne Einigung']]);
  const bare = readFlash('*** U.N. CHIEF SAYS RIVER TALKS ARE OVER - NATO ***');
  assert.deepEqual([bare?.outlet, bare?.speaker ?? null], [null, 'NATO']);
});

test('what is no flash', () => {
  for (const text of [
    '',
    'Update, 1:30 a.m. ET: Things are weird.\n\nUpdate, 1:50 a.m. ET: It is over.',
    'No Deal\n\nHere we go again: the two are back at the table.',
    'Trump told CNN he was not in any rush.',
    `FLASH\n${'word '.repeat(2000)}`,
    'The alert was lifted at noon.',
  ])
    assert.equal(readFlash(text), null, text.slice(0, 40));
});

test('hostile lines are read in no time to speak of', () => {
  for (const piece of ['A-', '(', 'A ', ' -', '**', 'FLASH ', 'A,'])
    readFlash(Array.from({ length: 10 }, () => piece.repeat(390 / piece.length)).join('\n'));
});
