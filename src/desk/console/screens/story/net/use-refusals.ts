import { useCallback, useMemo, useState } from 'react';
import type { Refused } from './refused.ts';

/** Why drafts did not go out, by draft, until they are tried again. */
export type Refusals = {
  all: ReadonlyMap<string, Refused>;
  of(draftId: string): Refused | null;
  set(draftId: string, refused: Refused | null): void;
};

export function useRefusals(): Refusals {
  const [all, setAll] = useState<ReadonlyMap<string, Refused>>(new Map());
  const set = useCallback((draftId: string, refused: Refused | null) => {
    setAll((before) => {
      if (refused === null && !before.has(draftId)) return before;
      const next = new Map(before);
      if (refused === null) next.delete(draftId);
      else next.set(draftId, refused);
      return next;
    });
  }, []);
  return useMemo(() => ({ all, of: (draftId) => all.get(draftId) ?? null, set }), [all, set]);
}
