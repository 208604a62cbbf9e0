/** What is sent along: words as JSON, or a JPEG. */
export type DeskSending = { body?: unknown; bytes?: Buffer };

/** Asks the desk's API at `url` as its own page would; `call` as `POST /drafts`. */
export function askDesk(
  { url, cookie }: { url: string; cookie: string },
  call: string,
  { body, bytes }: DeskSending = {},
): Promise<Response> {
  const [method = 'GET', path = '/'] = call.split(' ');
  return fetch(`${url}/desk/api${path}`, {
    method,
    headers: {
      cookie,
      origin: url,
      'sec-fetch-site': 'same-origin',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(bytes && { 'content-type': 'image/jpeg' }),
    },
    ...(bytes && { body: bytes as Uint8Array<ArrayBuffer> }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
