import fs from 'node:fs';
import path from 'node:path';

/** The parts of the page's script, each after those it uses. */
export const SCRIPT = [
  'words',
  'markup',
  'morph',
  'hold',
  'speak',
  'status',
  'unread',
  'get',
  'refresh',
  'follow',
  'story',
  'front',
  'share',
  'main',
];

/** The parts of the style sheet, in the order they overrule one another. */
export const STYLES = [
  'tokens',
  'base',
  'page',
  'top',
  'rail',
  'update',
  'statement',
  'front',
  'live',
  'media',
];

/** One module made of the parts: they share one scope, so what they import from each other is simply there. */
export function joinScript(): string {
  const parts = SCRIPT.map((name) => read('client', `${name}.js`));
  return parts
    .map((part) => withoutComments(part.replace(/^import .*;\n/gm, '').replace(/^export /gm, '')))
    .join('');
}

export function joinStyles(): string {
  return STYLES.map((name) => withoutComments(read('styles', `${name}.css`))).join('');
}

/** Whole-line comments and indentation; what is inside a line stays as written. */
function withoutComments(source: string): string {
  return source
    .replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
}

function read(folder: string, file: string): string {
  return fs.readFileSync(path.join(import.meta.dirname, folder, file), 'utf8');
}
