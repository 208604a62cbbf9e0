import { takeSite } from './front.js';
import { refresh } from './refresh.js';
import { start } from './start.js';

/** As on a story's page, ms. */
const WITHIN = 2000;

// All logs have no `events.json`: without a stream the page itself is asked for.
async function renew() {
  document.title = await refresh();
}

start(
  takeSite,
  renew,
  () => false,
  () => setTimeout(() => void renew().catch(() => undefined), Math.random() * WITHIN),
);
