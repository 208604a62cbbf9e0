import { useCallback, useMemo, useState } from 'react';

/** What somebody said of drafted updates, by id: whether they go out with the story when it is opened. */
export type OpensWith = { said: ReadonlyMap<string, boolean>; pick(draftId: string, on: boolean): void };

export function useOpensWith(): OpensWith {
  const [said, setSaid] = useState<ReadonlyMap<string, boolean>>(new Map());
  const pick = useCallback(
    (draftId: string, on: boolean) => setSaid((before) => new Map([...before, [draftId, on]])),
    [],
  );
  return useMemo(() => ({ said, pick }), [said, pick]);
}
