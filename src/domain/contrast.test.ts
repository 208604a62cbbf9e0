import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { faintColours, OWN, paletteOf, type Colours, type Scheme, type SchemeName } from './colours.ts';
import { checkColour, contrast, legible, luminance, mix } from './contrast.ts';
import { runs } from '../../test/support/runs.ts';

const byte = fc.integer({ min: 0, max: 255 });
const rgb = fc.tuple(byte, byte, byte);
const hex = (channels: readonly number[]): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
const colour = rgb.map(hex);

/** The formula of WCAG 2.2's glossary, step by step as it is written there. */
function byTheBook([r8, g8, b8]: readonly number[]): number {
  const [rs, gs, bs] = [r8! / 255, g8! / 255, b8! / 255];
  const r = rs <= 0.04045 ? rs / 12.92 : Math.pow((rs + 0.055) / 1.055, 2.4);
  const g = gs <= 0.04045 ? gs / 12.92 : Math.pow((gs + 0.055) / 1.055, 2.4);
  const b = bs <= 0.04045 ? bs / 12.92 : Math.pow((bs + 0.055) / 1.055, 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const near = (a: number, b: number): void => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('luminance and contrast are those of WCAG 2.2, for any two colours', () => {
  fc.assert(
    fc.property(rgb, rgb, (one, other) => {
      const [a, b] = [byTheBook(one), byTheBook(other)];
      near(luminance(hex(one)), a);
      near(contrast(hex(one), hex(other)), (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }),
  );
});

test('contrast is the same either way round, from 1 to 21', () => {
  near(contrast('#000000', '#ffffff'), 21);
  near(contrast('#777777', '#777777'), 1);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54', 'the grey that just passes');
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      const ratio = contrast(one, other);
      near(ratio, contrast(other, one));
      assert.ok(ratio >= 1 && ratio <= 21.0001);
    }),
  );
});

test('only #rrggbb is a colour', () => {
  assert.equal(checkColour('#0B4A80'), '#0b4a80');
  for (const text of [
    '',
    'red',
    '#fff',
    '#0b4a8',
    '#0b4a80ff',
    '#0b4a80;',
    ' #0b4a80',
    '#0b4a8g',
    'url(#0b4a80)',
  ])
    assert.equal(checkColour(text), null, text);
});

test('a mixed colour lies between its two, and a legible one is so wherever the ink is', () => {
  assert.equal(mix('#000000', '#ffffff', 0.5), '#808080');
  fc.assert(
    fc.property(colour, colour, colour, (tried, ink, paper) => {
      assert.equal(mix(tried, ink, 0), tried);
      assert.equal(mix(tried, ink, 1), ink);
      const made = legible(tried, ink, [paper], 4.5);
      assert.ok(contrast(made, paper) >= 4.5 || made === ink);
    }),
  );
});

/** Any scheme that has a chance: what was drawn is moved away from the paper until it can be read. */
const schemeOf = (name: SchemeName): fc.Arbitrary<Scheme> =>
  fc
    .record({
      accent: colour,
      live: colour,
      ink: colour,
      paper: fc.option(colour),
      need: fc.double({ min: 4.5, max: 6, noNaN: true }),
    })
    .map(({ accent, live, ink, paper, need }) => {
      const ground = paper ?? OWN[name].paper;
      const pole = contrast('#000000', ground) > contrast('#ffffff', ground) ? '#000000' : '#ffffff';
      const moved = (given: string): string => legible(given, pole, [ground], need);
      return { accent: moved(accent), live: moved(live), ink: paper === null ? null : moved(ink), paper };
    });
const colours: fc.Arbitrary<Colours> = fc.record({ light: schemeOf('light'), dark: schemeOf('dark') });

test('whatever colours are let through, every text of the page can be read in both schemes', () => {
  fc.assert(
    fc.property(colours, (chosen) => {
      fc.pre(faintColours(chosen).length === 0);
      for (const name of ['light', 'dark'] as const) {
        const palette = paletteOf(name, chosen[name]);
        const texts = [palette.ink, palette.soft, palette.link, palette.live];
        for (const ground of [palette.paper, palette.tint])
          for (const text of texts) assert.ok(contrast(text, ground) >= 4.5, JSON.stringify(palette));
        assert.ok(contrast(palette.onFill, palette.fill) >= 4.5);
        assert.ok(contrast(palette.fill, palette.paper) >= 3);
      }
    }),
    { numRuns: runs(200) },
  );
});

test('what is too faint is named with what it measures and what it needs', () => {
  const scheme = { accent: '#0b4a80', live: '#b4121d', ink: null, paper: null };
  const dark = { accent: '#92c5f0', live: '#ff8078', ink: null, paper: null };
  assert.deepEqual(faintColours({ light: scheme, dark }), []);
  const [faint, ...more] = faintColours({ light: { ...scheme, accent: '#9acbff' }, dark });
  assert.deepEqual([faint?.scheme, faint?.colour, faint?.needed, more], ['light', 'accent', 4.5, []]);
  assert.ok(faint!.measured > 1 && faint!.measured < 2);
  const blank = faintColours({ light: { ...scheme, paper: '#16191d' }, dark });
  assert.deepEqual(
    blank.map(({ colour: name }) => name),
    ['paper', 'accent', 'live'],
  );
});

const read = (css: string, name: string): string | undefined =>
  new RegExp(`--${name}: (#[0-9a-f]+);`).exec(css)?.[1]?.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

test('our own ink and paper are those of the style sheet', () => {
  const file = path.join(import.meta.dirname, '..', 'reader', 'styles', 'tokens.css');
  const [light = '', dark = ''] = fs.readFileSync(file, 'utf8').split('prefers-color-scheme: dark');
  for (const [name, css] of Object.entries({ light, dark })) {
    const own = OWN[name as keyof typeof OWN];
    assert.deepEqual([read(css, 'ink'), read(css, 'paper')], [own.ink, own.paper]);
  }
});
