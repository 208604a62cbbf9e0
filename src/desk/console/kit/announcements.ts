import { listened } from './listened.ts';

export type Politeness = 'polite' | 'assertive';
export type Announced = Record<Politeness, string>;

/** What screen readers are told, by how much it may interrupt. */
export const announcements = listened<Announced>({ polite: '', assertive: '' });

/** A sentence said twice must differ, or the second is not spoken. */
const AGAIN = '\u00a0';

/** How long what interrupted stays where it can be read, ms. */
const STANDS_MS = 10_000;
let later: ReturnType<typeof setTimeout> | undefined;

/** Tells screen readers something that is seen happening. What comes within one turn is said together. */
export function announce(text: string, how: Politeness = 'polite'): void {
  const before = announcements.get();
  const next = before[how] === text ? `${text}${AGAIN}` : text;
  announcements.set({ ...before, [how]: next });
  if (how === 'polite') return;
  clearTimeout(later);
  later = setTimeout(hush, STANDS_MS);
}

/** What interrupted is spoken at once: whoever reads the page afterwards is not to come upon what is settled. */
export function hush(): void {
  clearTimeout(later);
  announcements.set({ ...announcements.get(), assertive: '' });
}
