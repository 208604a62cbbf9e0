/** How long one file of tests may take, ms: far more than any needs on a machine that has other work. */
const LONGEST = 600_000;

// Beneath the limit of each test: a file that never ends would keep the whole run from telling what it found.
setTimeout(() => {
  console.error(`This file did not end within ${LONGEST / 60_000} minutes.`);
  process.exit(1);
}, LONGEST).unref();
