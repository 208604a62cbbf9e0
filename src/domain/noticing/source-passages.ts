import type { MarkedSource } from '../desk/mark.ts';
import type { Passage } from './found.ts';
import type { Textblock } from './textblocks.ts';

const FIELDS: MarkedSource[] = ['speaker', 'role', 'outlet', 'interpreter'];

/** Who said it, of each statement: names stand there too, and are spelt two ways there too. */
export function sourcePassages(blocks: Textblock[]): Passage[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ source, statement }): Passage[] => {
    if (!source || !statement || seen.has(statement.join())) return [];
    seen.add(statement.join());
    return FIELDS.flatMap((field) => {
      const text = source[field] ?? '';
      return text === '' ? [] : [{ field: 'body', path: statement, source: field, text }];
    });
  });
}
