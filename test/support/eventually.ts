import assert from 'node:assert/strict';
import { pause } from './server-process.ts';

/** How long anything may take that is waited for, ms. */
const WITHIN = 30_000;

/** Resolves once it holds. For what is asked of the server or of a store: a page's own waiting takes a promise for true. */
export async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WITHIN;
  while (Date.now() < end) {
    if (await holds()) return;
    await pause(50);
  }
  assert.fail(`it did not come to hold within ${WITHIN} ms`);
}
