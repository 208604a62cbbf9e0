import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LARGEST_POST_BYTES, propose } from './propose.ts';
import { post, read } from './testing.ts';
import type { ProposedStory } from './proposal.ts';
import { runs } from '../../test/support/runs.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));
const reasonOf = (given: Uint8Array, options = {}): string => {
  const found = propose(given, options);
  return found.type === 'refused' ? found.reason : 'read';
};

test('what cannot be read is refused with a sentence that says what to do', () => {
  assert.equal(reasonOf(new Uint8Array()), 'empty');
  assert.equal(reasonOf(bytes('Share This Story\n\nAdvertisement')), 'nothing-to-read');
  assert.equal(reasonOf(bytes('<html><body><nav><a>Home</a></nav></body></html>')), 'nothing-to-read');
  assert.equal(reasonOf(new Uint8Array(LARGEST_POST_BYTES + 1).fill(97)), 'too-large');
  assert.equal(reasonOf(bytes('UPDATE 1:30 p.m.: x\n'.repeat(20_001))), 'too-large');
  for (const zone of ['Mars/Olympus', '+02:00', '', 'EST5EDT; rm', '../etc'])
    assert.equal(reasonOf(bytes('A text.'), { zone }), 'unknown-zone', zone);
  for (const date of ['2016-02-30', '3 May', '2016-5-3', '', '20160503', '-000001-01-01'])
    assert.equal(reasonOf(bytes('A text.'), { date }), 'malformed-date', date);
});

test('pages nested without end, tags without end and JSON without end are read or refused, never a crash', () => {
  const hostile = [
    '<div>'.repeat(150_000) + 'The pier opened on Monday.',
    '<div>'.repeat(250_000),
    '<p>a'.repeat(250_000),
    `<b><div>${'<span>'.repeat(250)}${'</b>'.repeat(300_000)}`,
    `<script type="application/ld+json">${'['.repeat(500_000)}</script><p>The pier opened on Monday.</p>`,
    `<p ${'a=1 '.repeat(300_000)}>The pier opened on Monday.</p>`,
    '<svg><title>'.repeat(20_000),
    '<table><tr><td>'.repeat(20_000),
  ];
  for (const page of hostile)
    assert.ok(['read', 'too-large', 'nothing-to-read'].includes(reasonOf(bytes(`<!doctype html>${page}`))));
});

test('a megabyte on one line is read like any other line', () => {
  for (const piece of [
    'word ',
    'a',
    '"a" ',
    'UPDATE: ',
    'He said. UPDATE: x. ',
    '“',
    '[',
    '** ',
    'By Ann Lee ',
    '1:30 p.m. ',
    '— A B (@ab) ',
    'Ann Lee, ',
  ]) {
    assert.equal(reasonOf(bytes(piece.repeat(Math.ceil(1_000_000 / piece.length)))), 'read', piece);
  }
});

test('bytes in another charset are read in the one the page declares, else as windows-1252 with a warning', () => {
  const undeclared = propose(
    latin('Caf\xe9 closed\n\nThe caf\xe9 on the pier closed on Monday \x93for good\x94.'),
  );
  assert.equal(undeclared.type, 'proposed');
  if (undeclared.type === 'proposed') {
    assert.equal(undeclared.headline, 'Café closed');
    assert.match(undeclared.warnings.join(), /windows-1252/);
  }
  const declared = propose(
    latin(
      '<html><meta charset="iso-8859-2"><p>Za\xbf\xf3\xb3\xe6 g\xea\xb6l\xb1 ja\xbc\xf1 na molo w poniedzia\xb3ek.</p></html>',
    ),
  );
  assert.equal(declared.type, 'proposed');
  if (declared.type === 'proposed') assert.match(declared.body.join(), /Zażółć gęślą jaźń/);
});

test('controls and NUL are dropped from the text, other letters kept as given', () => {
  const story = read('A b\u0000arge str\u0007uck the \u200bbridge – 橋が壊れた – on Tuesday.');
  assert.deepEqual(story.body, ['A barge struck the bridge – 橋が壊れた – on Tuesday.']);
});

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (given) => void propose(given)),
    { numRuns: runs(300) },
  );
  const markup = fc.array(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<article>',
      '</article>',
      '<time datetime="',
      '">',
      '<br>',
      '<li>',
      '<ul>',
      '</ul>',
      '<h1>',
      '</h1>',
      '<script>',
      '</script>',
      '<svg>',
      '&amp',
      ' Update ',
      '1:30 pm',
      ':',
      '“Yes,” she said.',
      'By Ann Lee',
      '<',
      '>',
      '"',
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(markup, (parts) => void propose(bytes(`<!doctype html>${parts.join('')}`))),
    { numRuns: runs(300) },
  );
});

const line = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom(
    'UPDATE: Open again.',
    'Update, 1:30 a.m. ET: Closed.',
    '12.29 A thing happened.',
    '2:15 p.m. –',
    'Correction: Not so.',
    'By Ann Lee',
    'Photo: Ann Lee/AP',
    'Share This Story',
    'EARLIER: A barge struck the bridge.',
    'Our original post is below:',
    '“Yes,” said Ann Lee.',
    '— Ann Lee (@annlee) May 3, 2016',
    'Resolved - All is well.',
    'Mar 4, 11:40 UTC',
    'About the author',
    'Updated at 3 p.m. ET',
    '[Update: Yes.]',
    'May 3, 2016',
    'A Short Line',
    '—',
    'A barge struck the bridge on Tuesday morning, closing it in both directions. UPDATE: Open again.',
    'This story has been updated with a comment.',
    'Posted 2 days ago. Mar 04, 2021 - 10:12 UTC',
    '- A point',
    '# A heading',
    '> A quotation',
  ),
);

test('nothing of a post is lost: every line is in the story, or is listed as dropped', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 14 }), (lines) => {
      const found = propose(bytes(post(...lines)), { format: 'text' });
      if (found.type === 'refused') return;
      const held = letters(everythingIn(found));
      for (const written of lines) {
        for (const word of letters(written.replace(/[\p{Cc}\u200b\ufeff\u00ad]/gu, '')).split(' '))
          assert.ok(held.includes(word), `“${word}” of “${written}” is lost`);
      }
    }),
    { numRuns: runs(500) },
  );
});

function everythingIn(story: ProposedStory): string {
  return [
    story.headline,
    story.dek ?? '',
    ...story.byline,
    story.authorBio ?? '',
    story.photoCredit ?? '',
    ...story.body,
    ...story.captions,
    ...story.dropped,
    ...story.taken,
    ...story.stamps.map(({ text }) => text),
    ...story.corrections.flatMap(({ marker, text }) => [marker, text]),
    ...story.updates.flatMap(({ marker, title, heading, paragraphs }) => [
      marker,
      title ?? '',
      heading ?? '',
      ...paragraphs,
    ]),
  ].join(' ');
}

function letters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
