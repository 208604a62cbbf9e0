let isHeard = false;

/** Carried out where this process ends before its work is done: at a fault of a test, and where a whole file took too long (SIGTERM). */
export function endsWithUs(end: () => unknown): { off(): void } {
  // A signal nobody hears ends a process without a last word; what was started would then keep the run's streams open.
  if (!isHeard) process.once('SIGTERM', () => process.exit(143));
  isHeard = true;
  process.once('exit', end);
  return { off: () => void process.off('exit', end) };
}
