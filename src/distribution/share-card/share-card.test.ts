import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { compose, type Composed, type Part } from './compose.ts';
import { CARD, cardVersion, type CardFacts } from './facts.ts';
import { shareCard } from './share-card.ts';
import { drawCard } from './svg.ts';
import { runs } from '../../../test/support/runs.ts';

const FACTS: CardFacts = {
  siteName: 'The Harbour Courier',
  accent: '#0b4a80',
  live: '#b4121d',
  state: { kind: 'live', label: 'Live' },
  kicker: 'Coast',
  headline: 'Ferry with eighty aboard found off the point',
  time: 'Updated Feb. 28, 2019, 1:31 a.m. ET',
  line: null,
  dir: 'ltr',
  lang: 'en',
};

const partsOf = ({ texts }: Composed): Part[] => texts.map(({ part }) => part);
const sizeOf = ({ texts }: Composed, part: Part): number =>
  texts.find((text) => text.part === part)?.size ?? 0;

function assertInside(composed: Composed): void {
  for (const { part, cover } of composed.texts) {
    const inside =
      cover.left >= 0 && cover.top >= 0 && cover.right <= CARD.width && cover.bottom <= CARD.height;
    assert.ok(inside, `${part} reaches ${JSON.stringify(cover)}`);
  }
}

function assertApart({ texts }: Composed): void {
  const stacked = texts.filter(({ part }) => part === 'headline' || part === 'line' || part === 'time');
  for (const [index, above] of stacked.entries()) {
    for (const below of stacked.slice(index + 1)) {
      const [upper, lower] = above.cover.top < below.cover.top ? [above, below] : [below, above];
      assert.ok(upper.cover.bottom <= lower.cover.top, `${upper.part} reaches into ${lower.part}`);
    }
  }
}

test('a card is a PNG of 1200 × 630, small enough for any preview', async () => {
  const png = await shareCard(FACTS);
  const { format, width, height } = await sharp(png).metadata();
  assert.deepEqual({ format, width, height }, { format: 'png', ...CARD });
  assert.ok(png.length < 60_000, `${png.length} bytes`);
});

test('the same facts give the same bytes', async () => {
  assert.deepEqual(await shareCard(FACTS), await shareCard({ ...FACTS }));
});

test('everything it is told stands on it', async () => {
  const composed = await compose({ ...FACTS, line: 'From: the long night of the ferry' });
  assert.deepEqual(partsOf(composed).toSorted(), ['headline', 'kicker', 'line', 'site', 'state', 'time']);
  assertInside(composed);
  assertApart(composed);
});

test('a short headline is large, one of three hundred characters smaller, and both stay on the card', async () => {
  const short = await compose({ ...FACTS, headline: 'No ferry' });
  const long = await compose({ ...FACTS, headline: 'Tug crews and pilots '.repeat(15) });
  assertInside(short);
  assertInside(long);
  assertApart(long);
  assert.ok(sizeOf(short, 'headline') >= 2 * sizeOf(long, 'headline'));
  assert.ok(sizeOf(long, 'headline') >= 40, 'and can still be read in a preview');
});

test('a word of two hundred letters is torn rather than let out of the card', async () => {
  for (const headline of ['x'.repeat(200), `A ${'donaudampfschiff'.repeat(13)} of a word`]) {
    const composed = await compose({ ...FACTS, headline });
    assert.ok(partsOf(composed).includes('headline'));
    assertInside(composed);
  }
});

test('names and labels without end are cut, and leave the card whole', async () => {
  const endless = 'Ministry of everything '.repeat(20);
  const state = { kind: 'paused' as const, label: endless };
  const composed = await compose({
    ...FACTS,
    siteName: endless,
    kicker: endless,
    time: endless,
    line: endless,
    state,
  });
  assertInside(composed);
  assertApart(composed);
});

test('a card in Arabic is set from the right', async () => {
  const facts = {
    ...FACTS,
    lang: 'ar',
    dir: 'rtl' as const,
    headline: 'العثور على العبّارة وعلى متنها 80 راكبًا',
  };
  const { texts, badge } = await compose(facts);
  const headline = texts.find(({ part }) => part === 'headline')!;
  assert.ok(headline.cover.right > CARD.width - 80);
  assert.ok(badge!.right > CARD.width - 80);
});

test('words that cannot be drawn leave the name of the site in their place', async () => {
  const composed = await compose({ ...FACTS, headline: 'ปลาบึกกลับมาแล้ว' });
  assert.ok(partsOf(composed).includes('headline'));
  assertInside(composed);
});

test('hostile words neither leave the card nor draw a glyph that is none', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 320 });
  const spelling = fc.string({
    unit: fc.constantFrom(
      'A',
      'ẫ',
      ' ',
      '\u0301',
      'क',
      '्',
      'ि',
      'لا',
      'ـ',
      '\u202e',
      '3',
      '漢',
      '。',
      '“',
      '-',
      '👍',
      '\u0000',
      '\u200d',
    ),
    maxLength: 320,
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(anything, spelling), async (headline) => {
      const composed = await compose({ ...FACTS, headline, line: headline, kicker: headline });
      assertInside(composed);
      const glyphs = composed.texts.flatMap((text) => text.glyphs);
      assert.ok(glyphs.every(({ glyph }) => glyph.id !== 0));
    }),
    { numRuns: runs(60) },
  );
});

test('the drawing is outlines alone: no text, no reference, whatever the words and the colour say', async () => {
  const facts = {
    ...FACTS,
    headline: '</svg><script>alert(1)</script><image href="http://evil.test/"/>',
    accent: '"/><image href="file:///etc/passwd',
    live: '#fff"/><image href="file:///etc/passwd',
    lang: '"><x',
  };
  const svg = drawCard(await compose(facts), facts);
  assert.doesNotMatch(svg, /script|image|href|evil|passwd|<text/);
});

async function labelColour(live: string): Promise<string | undefined> {
  const facts = { ...FACTS, live };
  const composed = await compose(facts);
  const label = { ...composed, texts: composed.texts.filter(({ part }) => part === 'state') };
  return /<g fill="(#\w+)"/.exec(drawCard(label, facts))?.[1];
}

test('a label on a light colour is dark, on a dark one light', async () => {
  assert.equal(await labelColour('#ffcc00'), '#16191d');
  assert.equal(await labelColour('#b4121d'), '#ffffff');
});

test('a card has another version as soon as it shows anything else', () => {
  const version = cardVersion(FACTS);
  assert.match(version, /^[0-9a-f]{12}$/);
  assert.equal(cardVersion({ ...FACTS }), version);
  const others: Partial<CardFacts>[] = [
    { headline: 'No ferry' },
    { time: null },
    { accent: '#000000' },
    { line: 'x' },
  ];
  for (const other of others) assert.notEqual(cardVersion({ ...FACTS, ...other }), version);
});
