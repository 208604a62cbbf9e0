import { useEffect } from 'react';
import { listened, useListened } from '../kit/listened.ts';
import { useSession } from '../net/session.ts';

/** What the screen shown is called; on phones it stands in the bar. */
const where = listened('');
export const useWhereShown = (): string => useListened(where);

/** Says where one is: in the tab's title, and in the bar on phones. Each screen calls it once. */
export function useWhere(title: string): void {
  const { site } = useSession();
  useEffect(() => {
    where.set(title);
    document.title = title === '' ? site.name : `${title} · ${site.name}`;
  }, [title, site.name]);
}
