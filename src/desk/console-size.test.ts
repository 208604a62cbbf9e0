import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const built = path.join(import.meta.dirname, '..', '..', 'build', 'desk');

/** What somebody may have to fetch before they can work, bytes as gzip sends them: whichever screen they come to first. */
const BUDGET = 350 * 1024;

type Piece = { file: string; css?: string[]; imports?: string[] };
const pieces = JSON.parse(fs.readFileSync(path.join(built, 'pieces.json'), 'utf8')) as Record<string, Piece>;

/** Files that are fetched before a piece runs. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const piece = pieces[name];
  assert.ok(piece, `${name} was not built`);
  if (seen.has(piece.file)) return seen;
  for (const file of [piece.file, ...(piece.css ?? [])]) seen.add(file);
  for (const needed of piece.imports ?? []) filesOf(needed, seen);
  return seen;
}

/** A first visit to a screen: the page, what it is made of, and the screen's own pieces. */
function visit(...screens: string[]): { files: number; gzip: number; brotli: number } {
  const files = new Set(['index.html', ...['index.html', ...screens].flatMap((name) => [...filesOf(name)])]);
  const sum = (pack: 'gzip' | 'brotli'): number =>
    [...files].reduce((all, file) => all + packed(file)[pack], 0);
  return { files: files.size, gzip: sum('gzip'), brotli: sum('brotli') };
}

const sizes = new Map<string, { gzip: number; brotli: number }>();

function packed(file: string): { gzip: number; brotli: number } {
  const text = fs.readFileSync(path.join(built, file));
  const size = sizes.get(file) ?? { gzip: gzipSync(text).length, brotli: brotliCompressSync(text).length };
  sizes.set(file, size);
  return size;
}

const inKb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

const screen = (name: string): string => `screens/${name}/screen.tsx`;
const names = Object.keys(pieces).flatMap((name) => /^screens\/([\w-]+)\/screen\.tsx$/.exec(name)?.[1] ?? []);

test('whichever screen somebody comes to first, little has to be fetched before they can work', (t) => {
  assert.ok(names.includes('stories') && names.includes('sign-in'), names.join());
  for (const name of names) {
    const { files, gzip, brotli } = visit(screen(name));
    t.diagnostic(`${name}: ${files} files, ${inKb(gzip)} as gzip, ${inKb(brotli)} as brotli`);
    assert.ok(gzip <= BUDGET, `${name}: ${inKb(gzip)}`);
  }
});

test('the editor counts to the story screen it is fetched for', (t) => {
  const editor = Object.keys(pieces).filter((name) => /body-editor/.test(name) && /\.js$|\.tsx$/.test(name));
  const files = [screen('story'), ...editor].flatMap((name) => [...filesOf(name)]);
  assert.ok(
    files.some((file) => /ProseMirror/.test(fs.readFileSync(path.join(built, file), 'utf8'))),
    'the editor is among what is counted',
  );
  const { gzip, brotli } = visit(screen('story'), ...editor);
  t.diagnostic(`story with its editor: ${inKb(gzip)} as gzip, ${inKb(brotli)} as brotli`);
  assert.ok(gzip <= BUDGET, inKb(gzip));
});

test('no other language is fetched by somebody who reads English', () => {
  const files = names.flatMap((name) => [...filesOf(screen(name)), ...filesOf('index.html')]);
  assert.deepEqual(
    files.filter((file) => /words-[a-z]{2}-/.test(file)),
    [],
  );
});
