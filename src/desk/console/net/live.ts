import { useEffect } from 'react';
import type { DeskEvent, Presence } from '../../shared/wire.ts';
import { listened, useListened } from '../kit/listened.ts';
import { setServerNow } from '../kit/now.ts';
import { addressOf } from './api.ts';
import { keptAnswers } from './kept-answers.ts';
import { line } from './line.ts';
import { pacing } from './pacing.ts';
import { allStale, staleBy } from './stale-by.ts';
import { sessionOver } from './session-over.ts';

export type Readers = Extract<DeskEvent, { event: 'readers' }>;

/** Why the desk does not hear what others do; null: it does, or will in a moment. */
export type Away = 'offline' | 'down' | null;

/** A beat comes every 15 s: without one for so long, ms, the line is dead, whatever the browser believes. */
const SILENCE_MS = 40_000;
/** For so long, ms, a line that is being put up again is not worth a word, unless there is no network at all. */
const PASSES_MS = 4000;
const AGAIN_MS = { first: 1000, longest: 30_000 };

const presence = listened<readonly Presence[]>([]);
const readers = listened<Readers | null>(null);
const away = listened<Away>(null);
const listeners = new Set<(event: DeskEvent) => void>();

/** Who has the desk open, and where. */
export const usePresence = (): readonly Presence[] => useListened(presence);
/** Open pages of readers, by story; null: not known now. */
export const useReaders = (): Readers | null => useListened(readers);
/** Whether what is shown of others is known to be old; then nobody is shown. */
export const useAway = (): Away => useListened(away);

/** Hears each event of the desk's stream, beside what it makes stale. */
export function onDesk(listener: (event: DeskEvent) => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function hear(event: DeskEvent): void {
  if (event.event === 'hello' || event.event === 'beat') setServerNow(event.now);
  if (event.event === 'presence') presence.set(event.here);
  if (event.event === 'readers') readers.set(event);
  if (event.event === 'signed-out') sessionOver.begin();
  staleBy(event);
  for (const listener of listeners) listener(event);
}

/** Who was there when the line broke is not known to be there still. */
function setAway(why: Away): void {
  away.set(why);
  if (why === null) return;
  presence.set([]);
  readers.set(null);
}

/** Opens the tab's one stream, and puts it up again where it breaks. Returns what closes it. */
function openLine(): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let passing: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  const pace = pacing(AGAIN_MS);
  const askingPace = pacing(AGAIN_MS);
  let closed = false;
  const later = (ms: number, what: () => void): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(what, ms);
  };
  const lost = (): void => {
    if (!navigator.onLine) setAway('offline');
    else if (away.get() === 'offline') setAway('down');
    else passing ??= setTimeout(() => setAway('down'), PASSES_MS);
  };
  const heard = (): void => {
    clearTimeout(passing);
    passing = undefined;
    line.set('open');
    setAway(null);
  };
  const again = (): void => {
    source?.close();
    line.set('trying');
    lost();
    later(pace.next(), open);
  };
  const open = (): void => {
    source = new EventSource(addressOf('/live'));
    source.onopen = askingPace.reset;
    source.onmessage = ({ data }: MessageEvent<string>) => {
      pace.reset();
      heard();
      later(SILENCE_MS, again);
      hear(JSON.parse(data) as DeskEvent);
    };
    source.onerror = again;
    later(SILENCE_MS, again);
  };
  const atOnce = (): void => {
    if (line.get() === 'open') return;
    source?.close();
    pace.reset();
    open();
  };
  // The line stands, and yet an answer was one that is kept: what was told on it since is not in there. Where the line is put
  // up anew, all is asked for again anyway.
  const askAgain = (): void => {
    if (line.get() !== 'open' || asking !== undefined) return;
    asking = setTimeout(() => {
      asking = undefined;
      allStale();
    }, askingPace.next());
  };
  open();
  if (!navigator.onLine) lost();
  const stopNoting = keptAnswers.listen(askAgain);
  window.addEventListener('online', atOnce);
  window.addEventListener('offline', again);
  const stopHearing = sessionOver.listen(() => void (sessionOver.get() || atOnce()));
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
    clearTimeout(passing);
    clearTimeout(asking);
    stopNoting();
    window.removeEventListener('online', atOnce);
    window.removeEventListener('offline', again);
    stopHearing();
    line.set('trying');
  };
}

/** Keeps the stream open while somebody is signed in: once for the whole console. */
export function useLive(): void {
  useEffect(openLine, []);
}
