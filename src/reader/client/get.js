/** A plain answer of our own server; rejects with the seconds it asks to wait, if it says so. @param {string} address */
export async function get(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.headers.get('retry-after') ?? '');
  return response;
}

/** The wait a failed `get` was told, ms; 0 where it was told none. @param {unknown} error */
export const waitOf = (error) => (error instanceof Error && Number(error.message) * 1000) || 0;
