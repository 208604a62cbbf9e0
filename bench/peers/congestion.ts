import fs from 'node:fs';
import { endsWithUs } from '../../test/support/ends-with-us.ts';

const SETTING = '/proc/sys/net/ipv4/tcp_congestion_control';

/**
 * How the kernel spaces what TCP sends, while this runs: `cubic`, as Linux comes, where that may be set. BBR holds back what
 * follows a write, by timers: whoever sends event by event is three times slower in a storm, and ours would look better than it is.
 * Returns what holds; null where the system does not tell.
 */
export function plainCongestionControl(): string | null {
  const before = read();
  if (before === null || before === 'cubic') return before;
  try {
    fs.writeFileSync(SETTING, 'cubic');
  } catch {
    return before;
  }
  endsWithUs(() => fs.writeFileSync(SETTING, before));
  return read();
}

function read(): string | null {
  try {
    return fs.readFileSync(SETTING, 'utf8').trim();
  } catch {
    return null;
  }
}
