import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotationsIn } from './quotations.ts';
import { readSource } from './read-sources.ts';

/** Speaker, role, outlet, medium; `…` at the end where the words round the quotation stay as text. */
function read(text: string, outlets: string[] = []): string {
  const { from, to } = quotationsIn(text)[0]!;
  const guess = readSource([text], 0, text.slice(from, to), outlets);
  if (!guess) return '…';
  const { speaker, role, outlet, medium } = guess.source;
  return [speaker, role, outlet, medium].map((one) => one ?? '–').join(' | ') + (guess.isBare ? '' : ' …');
}

const PLAIN: [after: string, source: string][] = [
  [
    ', said Rosa Tavares, harbour master, told Rádio Costa.',
    'Rosa Tavares | harbour master | Rádio Costa | –',
  ],
  [', said Rosa Tavares, harbour master.', 'Rosa Tavares | harbour master | – | –'],
  [
    ' said Rosa Tavares, the harbour master, according to Reuters.',
    'Rosa Tavares | harbour master | Reuters | –',
  ],
  [', Rosa Tavares, harbour master, told Rádio Costa.', 'Rosa Tavares | harbour master | Rádio Costa | –'],
  [' Rosa Tavares told the BBC.', 'Rosa Tavares | – | BBC | –'],
  [
    ' said Rosa Tavares, head of the port, in an interview with Rádio Costa',
    'Rosa Tavares | head of the port | Rádio Costa | interview',
  ],
  [
    ' Rosa Tavares, a spokeswoman for the line, said, speaking to CNN.',
    'Rosa Tavares | spokeswoman for the line | CNN | –',
  ],
  [', said Rui da Costa, told Reuters.', 'Rui da Costa | – | Reuters | –'],
];

test('who spoke, as what and to which outlet is taken where the words behind a quotation say just that', () => {
  for (const [after, source] of PLAIN) assert.equal(read(`“We have her on radar”${after}`), source, after);
});

const KEPT: string[] = [
  // Somebody was told, not an outlet.
  ', said Rosa Tavares, harbour master, told Ann Roe.',
  ', Rosa Tavares, harbour master, told Ann Roe.',
  // No roles.
  ', said Rosa Tavares, yesterday.',
  ', said Rosa Tavares, standing on the quay.',
  // More than who spoke.
  ', said Rosa Tavares, harbour master, told Rádio Costa, and hung up.',
  ', said Rosa Tavares, harbour master, told Rádio Costa. The boat is late.',
];

test('what says more, or may mean something else, stays as text whole', () => {
  for (const after of KEPT) assert.match(read(`“We have her on radar”${after}`), /…$/, after);
  assert.match(read('It was calm. “We have her on radar”, said Rosa Tavares, harbour master.'), /…$/);
});

test('an outlet that was named before is one, whatever it is called', () => {
  const text = '“We have her on radar”, said Rosa Tavares, harbour master, told Maré Viva.';
  assert.match(read(text), /…$/);
  assert.equal(read(text, ['Maré Viva']), 'Rosa Tavares | harbour master | Maré Viva | –');
});
