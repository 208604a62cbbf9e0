/** How long an answer may take, ms. */
const PATIENT = 30_000;

/**
 * A plain answer of our own server; rejects with the answer where it is a refusal.
 * @param {string} address @param {RequestCache} [cache]
 */
export async function get(address, cache) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENT), ...(cache && { cache }) });
  if (!response.ok) return Promise.reject(response);
  return response;
}

/** The wait a failed `get` was told, ms; 0 where it was told none. @param {any} error */
export const waitOf = (error) => error.headers?.get('retry-after') * 1000 || 0;
