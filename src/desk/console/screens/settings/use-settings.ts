import { useState } from 'react';
import type { Site } from '../../../../domain/site.ts';
import { ask, Problem } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useAct, type Act } from '../house/use-act.ts';
import { saveSite } from './save-site.ts';
import type { SiteWire } from './screen.tsx';

export type Setting = keyof Site;
type Some = Partial<Site>;

/** Some settings while somebody changes them: what they typed stands over what is saved, whoever saves meanwhile. */
export type Settings = {
  /** As it stands in the form. */
  value: <K extends Setting>(name: K) => Site[K];
  put: <K extends Setting>(name: K, value: Site[K]) => void;
  changed: boolean;
  /** What was changed here, and by somebody else to something different since. */
  clashes: Setting[];
  /** Settles the clashes: what was typed here holds; what the other chose holds. */
  keepMine: () => void;
  takeTheirs: () => void;
  /** Whether all is saved; not so where it clashes. */
  save: Act<[]>;
};

const settingsKey = [...keys.site, 'settings'];

export const readSettings = (signal?: AbortSignal): Promise<SiteWire> =>
  ask<SiteWire>('GET /site', { signal });

export const settingsQuery = {
  queryKey: settingsKey,
  queryFn: ({ signal }: { signal: AbortSignal }) => readSettings(signal),
};

const NONE_WHERE_EMPTY = new Set<Setting>(['tagline', 'contact', 'notice']);

/** As it is sent: nothing typed is none. */
function tidy<K extends Setting>(name: K, value: Site[K]): Site[K] {
  if (typeof value !== 'string') return value;
  const text = value.trim();
  return (text === '' && NONE_WHERE_EMPTY.has(name) ? null : text) as Site[K];
}

const same = (name: Setting, a: unknown, b: unknown): boolean =>
  JSON.stringify(tidy(name, a as never)) === JSON.stringify(tidy(name, b as never));

export function useSettings(site: SiteWire, onSaved: () => void): Settings {
  const [mine, setMine] = useState<Some>({});
  /** What stood when somebody began to change it here. */
  const [begun, setBegun] = useState<Some>({});
  const named = Object.keys(mine) as Setting[];
  const clashesWith = (now: Site): Setting[] =>
    named.filter((name) => !same(name, begun[name], now[name]) && !same(name, mine[name], now[name]));
  const sent = (): Some => Object.fromEntries(named.map((name) => [name, tidy(name, mine[name] as never)]));
  const clear = (): void => {
    setMine({});
    setBegun({});
  };
  const save = useAct(async () => {
    try {
      await saveSite(sent(), site.version);
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'stale-version') throw error;
      const now = await queryClient.fetchQuery({ ...settingsQuery, staleTime: 0 });
      // Told by the form itself, which stands over what is saved now.
      if (clashesWith(now).length > 0) return;
      await saveSite(sent(), now.version);
    }
    clear();
    onSaved();
  });
  const clashes = clashesWith(site);
  return {
    value: (name) => (name in mine ? (mine[name] as Site[typeof name]) : site[name]),
    put(name, value) {
      if (!(name in mine)) setBegun({ ...begun, [name]: site[name] });
      setMine({ ...mine, [name]: value });
    },
    changed: named.some((name) => !same(name, mine[name], site[name])),
    clashes,
    keepMine: () => setBegun(site),
    takeTheirs() {
      setMine(
        Object.fromEntries(named.filter((name) => !clashes.includes(name)).map((name) => [name, mine[name]])),
      );
    },
    save,
  };
}
