import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import vm from 'node:vm';
import { joinScript, joinStyles, minified, SCRIPTS, STYLES } from './client-source.ts';

/** What a reader's phone has to fetch, in bytes as compressed. */
const SCRIPT_BUDGET = 5 * 1024;
const STYLES_BUDGET = 14 * 1024;

/** Without https browsers take nothing smaller than gzip. */
const compressed = (text: string): number => zlib.gzipSync(text, { level: 9 }).length;

const pages = ['story', 'front'] as const;

test('the parts make one script in which no name is taken twice and nothing is left to import', () => {
  for (const page of pages) {
    const script = joinScript(page);
    // As a function's body it is parsed, and refused if a name is declared twice; it is not run.
    assert.doesNotThrow(() => new vm.Script(`(async () => {${script}})`));
    assert.doesNotMatch(script, /^(import|export)\b/m);
  }
});

test('a part stands after those it imports from', () => {
  for (const page of pages) {
    for (const [at, name] of SCRIPTS[page].entries()) {
      const source = fs.readFileSync(path.join(import.meta.dirname, 'client', `${name}.js`), 'utf8');
      const used = [...source.matchAll(/^import .* from '\.\/([\w-]+)\.js';$/gm)].map(([, part]) => part!);
      assert.deepEqual(
        used.filter((part) => !SCRIPTS[page].slice(0, at).includes(part)),
        [],
        `${page}: ${name}`,
      );
    }
  }
});

function named(folder: string): string[] {
  return fs.readdirSync(path.join(import.meta.dirname, folder)).toSorted();
}

test('every part in the folder is in a script, every sheet in the styles', () => {
  const parts = new Set([...SCRIPTS.story, ...SCRIPTS.front]);
  assert.deepEqual(named('client'), [...parts].map((name) => `${name}.js`).toSorted());
  assert.deepEqual(named('styles'), STYLES.map((name) => `${name}.css`).toSorted());
});

test('a page’s script stays under 5 KB and the styles under 14 KB on the wire', () => {
  for (const page of pages) {
    assert.ok(
      compressed(minified(joinScript(page))) < SCRIPT_BUDGET,
      `${page}: ${compressed(minified(joinScript(page)))} bytes`,
    );
  }
  assert.ok(compressed(joinStyles()) < STYLES_BUDGET, `${compressed(joinStyles())} bytes`);
});
