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
  'locks',
  'follow',
  'together',
  'visit',
  'by-hand',
  'start',
];
export const SCRIPTS = {
  story: [...LIVING, 'speak', 'unread', 'story', 'left', 'story-page'],
  front: [...LIVING, 'page-of', 'refresh', 'front', 'front-page'],
};

/** What comes when a reader first asks for it: a module of its own, which is handed what it uses of the page's script. */
export const MORE = [
  'page-of',
  'refresh',
  'share',
  'clock-face',
  'clocks',
  'keys',
  'earlier',
  'player',
  'since',
  'start-over',
  'way',
  'more',
];

/** The parts of the style sheet, in the order they overrule one another. */
export const STYLES = [
  'tokens',
  'base',
  'page',
  'top',
  'rail',
  'update',
  'days',
  'filters',
  'statement',
  'embed',
  'record',
  'front',
  'site',
  'live',
  'media',
  'print',
];

/** One module made of the parts: they share one scope, so what they import from each other is simply there. */
export function joinScript(page: keyof typeof SCRIPTS): string {
  const parts = SCRIPTS[page].map((name) => inOneScope(part(name))).join('');
  // The one import that is left is handed what it uses, in the order both know, with holes for what this page has not.
  const handed = usedByMore().map((name) => (declares(parts, name) ? name : ''));
  return parts.replaceAll(
    "import('./more.js')",
    `import(facts.more).then((more) => more.default([${handed.join()}]))`,
  );
}

/** The module that comes later; `said` are its sentences, in one language. */
export function joinMore(said: Record<string, unknown>): string {
  const parts = MORE.map((name) => inOneScope(part(name))).join('');
  const offered = [...part('more').matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name]) => name!);
  return `let made;
export default (page) => (made ??= make(page));
const said = ${JSON.stringify(said)};
function make([${usedByMore().join()}]) {
${parts}
return {${offered.join()}};
}`;
}

/** Names that the later module imports from parts of the page's script. */
export function usedByMore(): string[] {
  const names = MORE.flatMap((name) =>
    importsOf(part(name)).flatMap(({ from, names: used }) =>
      MORE.includes(from) || from === 'said' ? [] : used,
    ),
  );
  return [...new Set(names)].toSorted();
}

/** What a part imports, by the part it is from. */
export function importsOf(source: string): { from: string; names: string[] }[] {
  return [...source.matchAll(/^import \{ ([^}]+) \} from '\.\/([\w-]+)\.js';$/gm)].map(([, names, from]) => ({
    from: from!,
    names: names!.split(', '),
  }));
}

/** Whether a name stands in the scope that the parts share. */
const declares = (parts: string, name: string): boolean =>
  new RegExp(`^(?:(?:async )?function |(?:const|let) (?:\\{ )?)${name}\\b`, 'm').test(parts);

const part = (name: string): string => read('client', `${name}.js`);

const inOneScope = (source: string): string =>
  source.replace(/^import .*;\n/gm, '').replace(/^export /gm, '');

/** Properties by which the parts of one script know each other, and nothing else does: they need no long names on the wire. */
const OWN_PROPERTIES = /^(ask|take|keeps|stands|idle|over|connected|question|after|tell|isLost|isOpen)$/;

/** The same as it goes into a page: its own names shortened, comments gone. Throws where it cannot be read. */
export function minified(script: string): string {
  const mangleProps = { include: OWN_PROPERTIES };
  const { code, errors } = minifySync('page.mjs', script, { module: true, mangleProps });
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
  return fs.readFileSync(path.join(import.meta.dirname, '..', folder, file), 'utf8');
}
