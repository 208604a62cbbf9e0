import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMMANDS } from '../../../../src/cli/commands.ts';
import { addressOf, type Night } from './night.ts';

/** What the night asks for and later steps build. Each says how its part would be known: once it is there, the night has to play it. */
type Pending = { at: string; what: string; exists(night: Night): Promise<boolean> };

const answers = async (address: string): Promise<boolean> => (await fetch(address)).status < 400;

const PENDING: Pending[] = [
  {
    at: '22:50, 1:31, 1:51',
    what: 'claims with their confidence, and tracked facts with their history',
    exists: async (night) =>
      /"claim"|"fact"/.test(await (await fetch(`${night.house.url}/api/v1/openapi.json`)).text()),
  },
  {
    at: '23:10, 0:45',
    what: 'a reader follows by mail, confirms, and is sent the correction',
    exists: async (night) => /type="email"/.test(await (await fetch(addressOf(night))).text()),
  },
  {
    at: '0:45',
    what: 'who said what',
    exists: (night) => answers(`${addressOf(night)}/who-said-what`),
  },
  {
    at: '1:44, 9:15',
    what: 'the page as it stood at an instant (?at=, RFC 7089)',
    exists: async (night) =>
      (await fetch(`${addressOf(night)}?at=2019-02-28T01:35:00-05:00`)).headers.has('memento-datetime'),
  },
  {
    at: '9:15',
    what: 'an export that opens from disk, and a backup restored elsewhere',
    exists: async () => COMMANDS.some(({ name }) => name === 'restore'),
  },
];

export function pending(night: Night): void {
  for (const { at, what, exists } of PENDING) {
    test(`pending, ${at}: ${what}`, async () => {
      assert.equal(await exists(night), false, `${what} is here now: the night has to play it`);
    });
  }
}
