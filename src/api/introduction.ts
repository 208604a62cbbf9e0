/** How the API is used, in markdown: it opens the OpenAPI and the page made from it. */
export const INTRODUCTION = `
A story is a log: every request that changes something appends to it, and is on the page of every reader within a second. An answer of 2xx means that the change is synced to disk.

## Tokens
Make one with \`bin/writethru token create NAME --scope read|write|admin\` and send it as \`Authorization: Bearer wt_…\`. *admin* may do what *write* may, *write* what *read* may. A token for one story is good for that story's endpoints alone.

## Bodies
Requests and answers are JSON in UTF-8. A text is given as \`{"markdown": "…"}\` or as \`{"document": …}\` (ProseMirror JSON, told below), never both. Fields that are not told here are refused, so that a slip of the pen is noticed. A name may stand only once in an object.

## Versions
Every story and update counts its changes as \`version\`, which is also the \`ETag\` of answers about it. Send \`If-Match: "3"\` to change what you read at version 3 and nothing newer; if it was changed meanwhile the answer is 412 with the \`current\` version. \`*\` and lists work as in RFC 9110. Without \`If-Match\` the last write wins.

## Sending again
Give a request that must happen once an \`Idempotency-Key\` of your choice (1 to 200 printable characters). For 24 hours the same request with the same key gets the same answer, with \`Idempotency-Replayed: true\`, and changes nothing. The same key with another request is 422; while the first is still under way, 409. Only successes are kept: what was refused can be put right and sent with the same key.

## Lists
\`?limit=\` (at most 200) and \`?cursor=\` give \`{ "items": […], "next": "…" }\`; hand \`next\` back as \`cursor\` until it is null.

## Problems
Whatever goes wrong is told as \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`, and \`errors\`, which names each field at fault by JSON pointer. Nothing was changed, unless it says otherwise. 503 comes with \`Retry-After\`.

## Addresses
A story is named by its slug; every slug it had before still works here and redirects for readers. The whole story, updates and all, is public at \`/stories/:slug.json\`.
`;
