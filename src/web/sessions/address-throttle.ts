import { isIPv6 } from 'node:net';

/** Tries one address may make at once, and how soon another is allowed after that, ms. */
const TRIES = { atOnce: 30, every: 10_000 };
/** The debt of one that may try no more, ms. */
const MOST = TRIES.atOnce * TRIES.every;
/** Addresses remembered at most; the longest unheard of is forgotten first. */
const REMEMBERED = 10_000;

export type AddressThrottle = {
  /** Whether an address may try now; else after how many seconds. */
  wait(address: string): number | null;
  /** A try that was none of an attacker's. */
  forgive(address: string): void;
};

/** Holds each address to so many tries; kept in memory alone, never written down. */
export function addressThrottle(now: () => string): AddressThrottle {
  /** Until when an address is in debt, ms: each try adds to it, time takes it away. */
  const debts = new Map<string, number>();
  return {
    wait(address) {
      const key = networkOf(address);
      const at = Date.parse(now());
      const owed = debts.get(key) ?? 0;
      // More than anybody can owe: the clock was set back meanwhile.
      const debt = (owed > at + MOST ? at : Math.max(owed, at)) + TRIES.every;
      const over = debt - at - MOST;
      if (over > 0) return Math.ceil(over / 1000);
      debts.delete(key);
      debts.set(key, debt);
      if (debts.size > REMEMBERED) debts.delete(debts.keys().next().value!);
      return null;
    },
    forgive(address) {
      const key = networkOf(address);
      const debt = debts.get(key);
      if (debt !== undefined) debts.set(key, debt - TRIES.every);
    },
  };
}

/** An IPv6 subscriber has a network of 64 bits (RFC 6177), and is one address to us. */
function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0');
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(':');
}
