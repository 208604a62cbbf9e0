/// <reference types="vite/client" />
import type { LanguageTag } from './languages.ts';

/** Sentences of a language that is not English; those it lacks are said in English. */
export type Catalogue = Record<string, string>;

/** A file an area; the build puts those of one language into one piece. */
const files = import.meta.glob<Catalogue>(
  ['../../../render/languages/desk/*/*.json', '!../../../render/languages/desk/en/*.json'],
  { import: 'default' },
);

export async function loadLanguage(tag: LanguageTag): Promise<Catalogue> {
  const its = Object.entries(files).filter(([file]) => file.includes(`/desk/${tag}/`));
  const areas = await Promise.all(its.map(([, load]) => load()));
  return Object.assign({}, ...areas) as Catalogue;
}
