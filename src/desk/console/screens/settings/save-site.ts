import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import type { SiteWire } from './screen.tsx';

/** Changes settings, unless somebody changed them since they were looked at. Every page has them from the next request on. */
export async function saveSite(change: Partial<SiteWire>, seen: number): Promise<void> {
  await ask('PATCH /site', { query: { seen }, body: change });
  await Promise.all([keys.site, keys.session].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
}
