import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SITE } from '../../domain/site.ts';
import { themeCss } from './theme.ts';

const colours = {
  light: { accent: '#0b5a4a', live: '#b4121d', ink: null, paper: null },
  dark: { accent: '#7fd6c0', live: '#ff8078', ink: null, paper: '#101010' },
};

test('a site that has chosen nothing has no style sheet of its own', () => {
  assert.equal(themeCss(DEFAULT_SITE), '');
});

test('chosen colours stand over ours in both schemes, on screens alone', () => {
  const css = themeCss({ ...DEFAULT_SITE, colours });
  assert.match(
    css,
    /^@media screen\{:root\{--ink:#16191d;.*--link:#0b5a4a;.*\}@media \(prefers-color-scheme:dark\)\{/,
  );
  assert.match(css, /--paper:#101010;.*--link:#7fd6c0;/);
  assert.match(css, /--fill:#ff8078;--on-fill:#000000/, 'what stands on a pale badge is dark');
});

test('fonts are those of the reader’s machine', () => {
  assert.equal(themeCss({ ...DEFAULT_SITE, font: 'sans' }), ':root{--serif:var(--sans)}');
  assert.doesNotMatch(themeCss({ colours, font: 'serif' }), /url|@font-face|@import/);
});

test('what is no colour never gets into a page, however it came into the log', () => {
  const broken = { ...colours, light: { ...colours.light, accent: '#000;}body{display:none' } };
  assert.throws(() => themeCss({ ...DEFAULT_SITE, colours: broken }));
});
