import { happens, type Verb } from './verb.ts';

/**
 * Makes a story the translation of the one at this address, as that one stands now; null: of none any more.
 * The scene has that original. Refused: itself, a translation (its original is what to link to), a story that has translations.
 */
export function linkTranslation(slug: string | null): Verb {
  return ({ story, languages: { original, linked } }) => {
    if (slug === null) {
      if (story.translationOf === null) return happens();
      return happens({ kind: 'translation', of: null, sourceSeq: null });
    }
    if (!original) return refused('must be the address of a story: there is none at this one');
    const { id, translationOf } = original.story;
    if (id === story.id) return refused('is this story itself');
    if (id === story.translationOf) return happens();
    if (translationOf !== null) return refused('is a translation itself: link to its original');
    if (story.translationOf === null && linked.length > 0)
      return refused('cannot be: this story has translations of its own');
    return happens({ kind: 'translation', of: id, sourceSeq: original.seq });
  };
}

const refused = (detail: string) => ({
  type: 'invalid' as const,
  errors: [{ pointer: '/translationOf', detail }],
});
