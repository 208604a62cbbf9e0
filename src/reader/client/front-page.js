import { takeSite } from './front.js';
import { refresh } from './refresh.js';
import { start } from './start.js';

// All logs have no `events.json`: without a stream the page itself is asked for.
const ask = async () => void (await refresh());

start(takeSite, ask, () => false);
