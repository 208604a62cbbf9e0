import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import vm from 'node:vm';
import { makeAssets } from './assets.ts';
import {
  importsOf,
  joinMore,
  joinScript,
  joinStyles,
  minified,
  MORE,
  SCRIPTS,
  STYLES,
  usedByMore,
} from './client-source.ts';

/** What a reader's phone has to fetch, in bytes as compressed. */
const SCRIPT_BUDGET = 5 * 1024;
const STYLES_BUDGET = 14 * 1024;

/** Without https browsers take nothing smaller than gzip. */
const compressed = (text: string): number => zlib.gzipSync(text, { level: 9 }).length;

const pages = ['story', 'front'] as const;
const more = (): string => joinMore({ keys: 'Keys' });

/** As a function's body a module is parsed, and refused if a name is declared twice; it is not run. */
function assertWhole(module: string): void {
  const body = module.replace('export default', 'return').replaceAll('import(', 'bring(');
  assert.doesNotThrow(() => new vm.Script(`(async () => {${body}})`));
  assert.doesNotMatch(body, /^(import|export)\b/m);
}

test('the parts make one script in which no name is taken twice and nothing is left to import', () => {
  for (const page of pages) assertWhole(joinScript(page));
  assertWhole(more());
});

const source = (name: string): string =>
  fs.readFileSync(path.join(import.meta.dirname, '..', 'client', `${name}.js`), 'utf8');

test('a part stands after those it imports from', () => {
  for (const list of [SCRIPTS.story, SCRIPTS.front, MORE]) {
    for (const [at, name] of list.entries()) {
      const given = list === MORE ? [...SCRIPTS.story, 'said'] : [];
      const late = importsOf(source(name)).filter(
        ({ from }) => !list.slice(0, at).includes(from) && !given.includes(from),
      );
      assert.deepEqual(late, [], name);
    }
  }
});

test('every import of a part is read', () => {
  for (const name of new Set([...SCRIPTS.story, ...SCRIPTS.front, ...MORE])) {
    assert.equal(importsOf(source(name)).length, source(name).match(/^import /gm)?.length ?? 0, name);
  }
});

const handed = (page: (typeof pages)[number]): string[] =>
  /import\(facts\.more\)\.then\(\(more\) => more\.default\(\[([^\]]*)\]\)\)/
    .exec(joinScript(page))![1]!
    .split(',');

test('what comes later is handed all it uses by a story’s script, and what there is by the front page’s', () => {
  assert.deepEqual(handed('story'), usedByMore());
  const onStories = usedByMore().filter((name) => !handed('front').includes(name));
  assert.deepEqual(onStories, ['addMissed', 'seqOf', 'speak']);
  for (const page of pages) assert.ok(!minified(joinScript(page)).includes('more.js'));
});

function named(folder: string): string[] {
  return fs.readdirSync(path.join(import.meta.dirname, '..', folder)).toSorted();
}

test('every part in the folder is in a script, every sheet in the styles', () => {
  const parts = new Set([...SCRIPTS.story, ...SCRIPTS.front, ...MORE, 'said']);
  assert.deepEqual(named('client'), [...parts].map((name) => `${name}.js`).toSorted());
  assert.deepEqual(named('styles'), STYLES.map((name) => `${name}.css`).toSorted());
});

test('a page’s script stays under 5 KB and the styles under 14 KB on the wire, and so does what comes later', async () => {
  for (const page of pages) {
    const size = compressed(minified(joinScript(page)));
    assert.ok(size < SCRIPT_BUDGET, `${page}: ${size} bytes`);
  }
  for (const { finished } of Object.values(makeAssets().more)) {
    const { length } = await finished.body('gzip');
    assert.ok(length < SCRIPT_BUDGET, `what comes later: ${length} bytes`);
  }
  assert.ok(compressed(joinStyles()) < STYLES_BUDGET, `${compressed(joinStyles())} bytes`);
});
