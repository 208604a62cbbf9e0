import type { NameKind, NamesWire } from '../shared/wire.ts';
import { nameKey, type NamesUsed, type UsedName } from './names-in.ts';

/** Names offered at once. */
const MOST = 12;

type Offered = UsedName & { key: string; here: boolean };

/** Those names of a kind that begin with what was typed, or have a word that does: this story's first, then the most used. */
export function complete(
  kind: NameKind,
  typed: string,
  { here, elsewhere }: { here: NamesUsed[]; elsewhere: NamesUsed[] },
): NamesWire {
  const wanted = nameKey(typed);
  const offered = new Map<string, Offered>();
  const gather = (used: NamesUsed[], isHere: boolean): void => {
    for (const names of used)
      for (const [key, name] of names[kind]) {
        if (!` ${key}`.includes(` ${wanted}`)) continue;
        const known = offered.get(key);
        offered.set(
          key,
          known ? { ...known, times: known.times + name.times } : { ...name, key, here: isHere },
        );
      }
  };
  gather(here, true);
  gather(elsewhere, false);
  const rank = ({ here: isHere, key }: Offered): number =>
    (isHere ? 0 : 2) + (key.startsWith(wanted) ? 0 : 1);
  const names = [...offered.values()]
    .toSorted((a, b) => rank(a) - rank(b) || b.times - a.times || (a.key < b.key ? -1 : 1))
    .slice(0, MOST);
  return {
    names: names.map(({ name, role, outlet, here: isHere }) => ({ name, role, outlet, here: isHere })),
  };
}
