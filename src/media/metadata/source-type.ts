import type { SourceType } from '../../domain/media.ts';

const VOCABULARY = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/(\w+)$/;

/** IPTC NewsCodes, Digital Source Type: those by which a machine made the picture, or part of it. */
const MACHINE = new Set(['trainedAlgorithmicMedia', 'algorithmicMedia']);
const COMPOSITE = new Set(['compositeWithTrainedAlgorithmicMedia', 'compositeSynthetic', 'composite']);

/** Null for what a camera or a hand made, and for words that are not of the vocabulary. */
export function sourceTypeOf(text: string | undefined): SourceType | null {
  const name = VOCABULARY.exec(text?.trim() ?? '')?.[1];
  if (name === undefined) return null;
  if (MACHINE.has(name)) return 'machine';
  return COMPOSITE.has(name) ? 'composite' : null;
}
