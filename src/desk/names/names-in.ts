import { wordsIn } from '../../domain/find/words.ts';
import { textblocks } from '../../domain/noticing/textblocks.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import type { NameKind } from '../shared/wire.ts';

/** A name as it was used. Of a speaker the role and the outlet they last had. */
export type UsedName = { name: string; role: string | null; outlet: string | null; times: number };

/** Names of one story, by kind and by how they are told apart. */
export type NamesUsed = Record<NameKind, Map<string, UsedName>>;

export const noNames = (): NamesUsed => ({
  speaker: new Map(),
  outlet: new Map(),
  role: new Map(),
  author: new Map(),
});

/** How a name is told apart and looked for: its words alone, without case and diacritics. */
export const nameKey = (name: string): string => [...wordsIn(name)].map(({ word }) => word).join(' ');

export function noteName(
  used: NamesUsed,
  kind: NameKind,
  name: string | null,
  also: { role?: string | null; outlet?: string | null } = {},
): void {
  const key = nameKey(name ?? '');
  if (name === null || key === '') return;
  const known = used[kind].get(key);
  used[kind].set(key, {
    name: known?.name ?? name,
    role: also.role ?? known?.role ?? null,
    outlet: also.outlet ?? known?.outlet ?? null,
    times: (known?.times ?? 0) + 1,
  });
}

/** Notes who a document quotes, what they are, and who carried it. */
export function noteDocument(used: NamesUsed, document: DocumentJSON): void {
  const sources = new Set(textblocks(document).flatMap(({ source }) => source ?? []));
  for (const { speaker, role, outlet } of sources) {
    noteName(used, 'speaker', speaker, { role, outlet });
    noteName(used, 'outlet', outlet);
    noteName(used, 'role', role);
  }
}
