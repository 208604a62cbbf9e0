/** How long an answer may take, ms. */
const PATIENT = 30_000;

/**
 * A plain answer of our own server; rejects with the seconds it asks to wait, if it says so.
 * @param {string} address @param {RequestCache} [cache]
 */
export async function get(address, cache) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENT), ...(cache && { cache }) });
  if (!response.ok) throw new Error(response.headers.get('retry-after') ?? '');
  return response;
}

/** The wait a failed `get` was told, ms; 0 where it was told none. @param {unknown} error */
export const waitOf = (error) => (error instanceof Error && Number(error.message) * 1000) || 0;
