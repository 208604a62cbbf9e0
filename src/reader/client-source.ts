import fs from 'node:fs';
import path from 'node:path';
import { minifySync } from 'oxc-minify';

/** What every page that lives is made of, and then each kind, a part after those it uses. */
const LIVING = [
  'words',
  'markup',
  'morph',
  'hold',
  'get',
  'status',
  'refresh',
  'locks',
  'follow',
  'together',
  'start',
];
export const SCRIPTS = {
  story: [...LIVING, 'speak', 'unread', 'story', 'share', 'story-page'],
  front: [...LIVING, 'front', 'front-page'],
};

/** The parts of the style sheet, in the order they overrule one another. */
export const STYLES = [
  'tokens',
  'base',
  'page',
  'top',
  'rail',
  'update',
  'statement',
  'embed',
  'record',
  'front',
  'live',
  'media',
  'print',
];

/** One module made of the parts: they share one scope, so what they import from each other is simply there. */
export function joinScript(page: keyof typeof SCRIPTS): string {
  const parts = SCRIPTS[page].map((name) => read('client', `${name}.js`));
  return parts.map((part) => part.replace(/^import .*;\n/gm, '').replace(/^export /gm, '')).join('');
}

/** The same as it goes into a page: names of its own shortened, comments gone. Throws where it cannot be read. */
export function minified(script: string): string {
  const { code, errors } = minifySync('page.mjs', script, { module: true });
  if (errors.length > 0) throw new Error(`the pages' script: ${errors.map(({ message }) => message).join()}`);
  return code;
}

export function joinStyles(): string {
  return STYLES.map((name) => withoutComments(read('styles', `${name}.css`))).join('');
}

/** Comments that fill lines, indentation, and line ends where the line plainly goes on; what is inside a line stays as written. */
function withoutComments(source: string): string {
  return source
    .replace(/^\s*\/\*(?:[^*]|\*(?!\/))*\*\/\s*$/gm, '')
    .replace(/^\s+/gm, '')
    .replace(/([{;,(])\n/g, '$1');
}

function read(folder: string, file: string): string {
  return fs.readFileSync(path.join(import.meta.dirname, folder, file), 'utf8');
}
