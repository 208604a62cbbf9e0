import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import vm from 'node:vm';
import { joinScript, joinStyles, SCRIPT, STYLES } from './client-source.ts';

/** What a reader's phone has to fetch, in bytes as compressed. */
const SCRIPT_BUDGET = 5 * 1024;
const STYLES_BUDGET = 14 * 1024;

const compressed = (text: string): number => zlib.brotliCompressSync(text).length;

test('the parts make one script in which no name is taken twice and nothing is left to import', () => {
  const script = joinScript();
  // As a function's body it is parsed, and refused if a name is declared twice; it is not run.
  assert.doesNotThrow(() => new vm.Script(`(async () => {${script}})`));
  assert.doesNotMatch(script, /^(import|export)\b/m);
});

function named(folder: string): string[] {
  return fs.readdirSync(path.join(import.meta.dirname, folder)).toSorted();
}

test('every part in the folder is in the script, every sheet in the styles', () => {
  assert.deepEqual(named('client'), SCRIPT.map((name) => `${name}.js`).toSorted());
  assert.deepEqual(named('styles'), STYLES.map((name) => `${name}.css`).toSorted());
});

test('the script stays under 5 KB and the styles under 14 KB on the wire', () => {
  assert.ok(compressed(joinScript()) < SCRIPT_BUDGET, `${compressed(joinScript())} bytes`);
  assert.ok(compressed(joinStyles()) < STYLES_BUDGET, `${compressed(joinStyles())} bytes`);
});
