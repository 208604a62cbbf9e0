/** How far the newsroom's clock is ahead of this device's, ms. */
let ahead = 0;

/** Where a page keeps it, so that it is known in a tunnel; the service worker has no such place, and asks anew. */
const NAME = 'writethru-clock-ahead';
const shelf = (globalThis as { localStorage?: Storage }).localStorage;

/** Takes in what the newsroom says the time is (`now` of `GET /session` and of `hello`), in answer to what was asked then. */
export function setClockBy(now: string, asked = Date.now()): void {
  const middle = (asked + Date.now()) / 2;
  const found = Math.round(Date.parse(now) - middle);
  if (!Number.isFinite(found)) return;
  ahead = found;
  try {
    shelf?.setItem(NAME, String(found));
  } catch {
    // A full device: it is known until the page is closed.
  }
}

/** The instant by the newsroom's clock, as well as it is known here. */
export function newsroomNow(): string {
  const known = ahead || Number(shelf?.getItem(NAME) ?? '0');
  return new Date(Date.now() + (Number.isFinite(known) ? known : 0)).toISOString();
}
