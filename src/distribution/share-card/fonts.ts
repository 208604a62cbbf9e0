import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import { familiesFor, holds, subsetsOf, type Subset } from './subsets.ts';

/** WOFF 2 → TrueType. Required, since it comes without types. */
const decompress = createRequire(import.meta.url)('wawoff2/decompress.js') as (
  woff2: Uint8Array,
) => Promise<Uint8Array>;

/** A font at one weight; 1000 units an em. */
export type Weighted = { font: Font; file: string };

/** Units an em: all the fonts' own, checked as each is loaded. */
export const EM = 1000;

type Loaded = { face: Face; file: string; weights: Map<number, Weighted> };

/** Decoded once each and kept: all of them together are some 17 MB, so there is nothing to let go of. */
const loading = new Map<string, Promise<Loaded>>();

async function decode(file: string): Promise<Loaded> {
  const bytes = await decompress(await fs.readFile(file));
  const face = new Face(new Blob(bytes));
  if (face.upem !== EM) throw new Error(`${file} has ${face.upem} units an em, not ${EM}`);
  return { face, file, weights: new Map() };
}

function load({ file }: Subset): Promise<Loaded> {
  const known = loading.get(file) ?? decode(file);
  loading.set(file, known);
  return known;
}

function atWeight({ face, file, weights }: Loaded, weight: number): Weighted {
  const known = weights.get(weight);
  if (known) return known;
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  const made = { font, file };
  weights.set(weight, made);
  return made;
}

/** Joiners and direction marks: no font need have them, they are not drawn. */
const UNDRAWN = /[\u200c-\u200f\u061c]/u;

export type Asking = { weight: number; lang: string; cjk: boolean };

/** The first font that has every character of a grapheme; null where none has. */
export async function fontFor(grapheme: string, { weight, ...asking }: Asking): Promise<Weighted | null> {
  const characters = [...grapheme].filter((character) => !UNDRAWN.test(character));
  const [first] = characters;
  if (first === undefined) return null;
  const codePoints = characters.map((character) => character.codePointAt(0)!);
  for (const family of familiesFor(first, asking)) {
    for (const subset of subsetsOf(family)) {
      if (!holds(subset, codePoints[0]!)) continue;
      const weighted = atWeight(await load(subset), weight);
      // The list tells what a file is for; only the file itself tells what is in it.
      if (codePoints.every((codePoint) => weighted.font.nominalGlyph(codePoint))) return weighted;
    }
  }
  return null;
}
