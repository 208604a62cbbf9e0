import type { ProposedStatement } from '../proposal.ts';
import { DETERMINERS, isSpeechVerb, PREPOSITIONS, PRONOUNS, SKIPPED } from '../reading/speech-words.ts';
import type { Token } from '../reading/tokens.ts';

/** Further words that tell by which way a quotation came: "according to video posted by …". */
const SOURCING =
  /^(?:according|via|through|about|video|footage|audio|posted|published|released|aired|shared|statement|interview|tweet|e-?mail|letter|press|news|conference|briefing|reporters?|journalists?|translator|interpreter|Mr|Ms|Mrs|Dr)\.?$/i;

const LONGEST = 25;

/**
 * Whether the words around a quotation say who spoke and how it came here, and nothing besides. Where the reporter's own
 * voice speaks in them too, the paragraph must not be set as the speaker's.
 */
export function isBareAttribution(
  tokens: readonly Token[],
  { speaker, role, outlet }: ProposedStatement,
): boolean {
  const named = new Set(`${speaker} ${role ?? ''} ${outlet ?? ''}`.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const narration = tokens.filter(({ type }) => type === 'word');
  if (narration.length === 0 || narration.length > LONGEST) return false;
  if (!narration.some((token) => isSpeechVerb(token) || token.text === 'according')) return false;
  return narration.every(
    (token) =>
      named.has(token.text.toLowerCase()) ||
      isSpeechVerb(token) ||
      [PRONOUNS, DETERMINERS, PREPOSITIONS, SKIPPED, SOURCING].some((words) => words.test(token.text)) ||
      // A name or a day: whom it was said of, when.
      /^\p{Lu}/u.test(token.text),
  );
}
