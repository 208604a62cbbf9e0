import { happens, type Verb } from './verb.ts';

/** Says that a translation was checked against its original as that stands now: whatever was corrected there is in it. */
export function checkTranslation(): Verb {
  return ({ story, languages: { original } }) => {
    const { translationOf: of, sourceSeq, sourceCorrectedAt } = story;
    if (of === null) return refused('is for a translation: this story is none');
    if (original?.story.id !== of) return refused('cannot be: the original is not here');
    if (original.seq === sourceSeq && sourceCorrectedAt === null) return happens();
    return happens({ kind: 'translation', of, sourceSeq: original.seq });
  };
}

const refused = (detail: string) => ({
  type: 'invalid' as const,
  errors: [{ pointer: '/translationChecked', detail }],
});
