const KEYS = {
  vertical: { ArrowDown: 1, ArrowUp: -1 },
  horizontal: { ArrowRight: 1, ArrowLeft: -1 },
} as const;

/** Where a key leads among things of which one has the focus, round at the ends; null where the key leads nowhere. */
export function step<E extends HTMLElement>(
  key: string,
  items: readonly E[],
  along: keyof typeof KEYS,
): E | null {
  if (items.length === 0) return null;
  if (key === 'Home') return items[0] ?? null;
  if (key === 'End') return items.at(-1) ?? null;
  const way = (KEYS[along] as Record<string, 1 | -1>)[key];
  if (way === undefined) return null;
  const focused = items.indexOf(document.activeElement as E);
  const isMirrored = along === 'horizontal' && getComputedStyle(items[0]!).direction === 'rtl';
  const onward = isMirrored ? -way : way;
  const next = focused === -1 ? (onward === 1 ? 0 : -1) : focused + onward;
  return items.at(next % items.length) ?? null;
}
