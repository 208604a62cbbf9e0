/** A kind of problem: its HTTP status, and what it means and asks for, in words of its own. */
export type ProblemType = { status: number; title: string; meaning: string };

/**
 * Every kind of problem the server answers with (RFC 9457 §3.1.1). The name is the fragment of its `type` address and
 * keeps its meaning for ever.
 */
export const PROBLEM_TYPES = {
  'malformed-request': {
    status: 400,
    title: 'The request cannot be read as it stands',
    meaning:
      'The address, a header or the body is not of the form asked for. `errors` names each field at fault.',
  },
  'token-needed': {
    status: 401,
    title: 'A token is needed',
    meaning: 'No token was sent, or it is unknown or was revoked. `writethru token create` makes one.',
  },
  forbidden: {
    status: 403,
    title: 'The token may not do this',
    meaning: 'Its scope does not reach this far, or it is for another story.',
  },
  'signed-out': {
    status: 401,
    title: 'Nobody is signed in',
    meaning: 'The desk asks who you are. What was being written is kept in the browser.',
  },
  'wrong-sign-in': {
    status: 401,
    title: 'Not signed in',
    meaning: 'The address or the password is not right. Which of the two is not told.',
  },
  'wrong-code': {
    status: 401,
    title: 'The code does not open',
    meaning: 'It is wrong, too old, or was used before: a code opens once.',
  },
  'sign-in-again': {
    status: 403,
    title: 'Sign in again first',
    meaning: 'What changes how one signs in asks for a sign-in of the last fifteen minutes.',
  },
  'too-many-attempts': {
    status: 429,
    title: 'Too many tries',
    meaning: 'Wait `Retry-After` seconds. A passkey or single sign-on is not held up.',
  },
  'sign-in-busy': {
    status: 503,
    title: 'Too many are signing in',
    meaning: 'Try again after `Retry-After` seconds.',
  },
  'link-spent': {
    status: 410,
    title: 'The link opens no more',
    meaning: 'It was used, ran out or was taken back. Links open once.',
  },
  'foreign-origin': {
    status: 403,
    title: 'Not from another site',
    meaning: 'What changes something at the desk is asked for by its own pages alone.',
  },
  'not-allowed': {
    status: 403,
    title: 'Your role does not reach this far',
    meaning: 'An editor can give the right for one story, an admin another role.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing here',
    meaning: 'No page or endpoint has this address.',
  },
  'unknown-story': {
    status: 404,
    title: 'No such story',
    meaning: 'No story has, or ever had, this address.',
  },
  'unknown-update': {
    status: 404,
    title: 'No such update',
    meaning: 'No update has this id; or it belongs to another story than was named.',
  },
  'unknown-media': {
    status: 404,
    title: 'No such picture',
    meaning: 'No picture of this site has this id.',
  },
  'unknown-draft': {
    status: 404,
    title: 'No such draft',
    meaning: 'The newsroom has no draft of this id.',
  },
  'draft-moved': {
    status: 409,
    title: 'The draft was changed meanwhile',
    meaning: 'Somebody else published, filed, scheduled or discarded it. Look at how it stands, then decide.',
  },
  embargoed: {
    status: 409,
    title: 'It is embargoed',
    meaning: 'Nobody can publish it before its time. Schedule it for then, or lift the embargo first.',
  },
  'four-eyes': {
    status: 403,
    title: 'It takes two',
    meaning:
      'This newsroom has what one wrote published by another: whoever filed it or changed its words since is a writer of it.',
  },
  'unknown-person': {
    status: 404,
    title: 'No such person',
    meaning: 'Nobody of this id works here.',
  },
  'unknown-token': {
    status: 404,
    title: 'No such token',
    meaning: 'No token in force has this id.',
  },
  'email-taken': {
    status: 409,
    title: 'The address is recorded already',
    meaning: 'A mail address belongs to one person of the newsroom.',
  },
  'last-admin': {
    status: 409,
    title: 'A newsroom needs an admin',
    meaning: 'The last admin can be neither disabled nor given another role.',
  },
  'unknown-author': {
    status: 404,
    title: 'No such author',
    meaning: 'Nobody is recorded under this address.',
  },
  'unknown-page': {
    status: 404,
    title: 'No such page',
    meaning: 'The newsroom has no page of its own at this address.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'Not by this method',
    meaning: 'The address exists; the `Allow` header names the methods it takes.',
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    meaning: 'Send it again; nothing was changed.',
  },
  'story-ended': {
    status: 409,
    title: 'The story has ended',
    meaning: 'An ended story takes corrections, no new updates. Set its state to live first.',
  },
  'not-the-sample': {
    status: 409,
    title: 'A published story stays',
    meaning: 'The sample alone can be discarded. What readers were told is corrected, retracted or ended.',
  },
  'update-retracted': {
    status: 409,
    title: 'The update was retracted',
    meaning: 'What was taken back can be neither changed nor pinned. Post a new update.',
  },
  'slug-taken': {
    status: 409,
    title: 'The address is taken',
    meaning: 'Another story has or had this address, and addresses are for ever. Choose another.',
  },
  'request-in-flight': {
    status: 409,
    title: 'The first request with this key is still under way',
    meaning: 'Wait a moment and send the same request with the same `Idempotency-Key` again.',
  },
  'real-clock': {
    status: 409,
    title: 'This server keeps real time',
    meaning: 'The clock can be set only where the server was started with a clock for tests.',
  },
  'stale-version': {
    status: 412,
    title: 'It was changed meanwhile',
    meaning: '`If-Match` names another version than the `current` one. Read it again, then decide.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'Send less at once, or have the operator raise `MAX_BODY`, for pictures `MAX_PICTURE`.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'No address here is that long.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Not a body of this form',
    meaning:
      'Send `Content-Type: application/json`, in UTF-8; where a picture is taken, a form with it as `file`, or the picture itself.',
  },
  invalid: {
    status: 422,
    title: 'What was sent cannot be published so',
    meaning: 'It was understood, but something in it must be put right. `errors` names each field at fault.',
  },
  'key-reused': {
    status: 422,
    title: 'The key was used for another request',
    meaning: 'An `Idempotency-Key` stands for one request for 24 hours. Choose a new key for a new request.',
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'All headers together may be 16 KB.',
  },
  broken: {
    status: 500,
    title: 'Something broke here',
    meaning: 'A fault of the server. The operator finds it in the log by the reference given.',
  },
  'storage-unavailable': {
    status: 503,
    title: 'Nothing can be saved now',
    meaning:
      'The disk is full or the database away. Nothing was changed; try again after `Retry-After` seconds.',
  },
  'card-not-drawn': {
    status: 503,
    title: 'The picture cannot be drawn now',
    meaning: 'Too many share cards are asked for at once. Try again after `Retry-After` seconds.',
  },
  'streams-full': {
    status: 503,
    title: 'Too many streams are open',
    meaning:
      'The server holds as many as it was set to. Try again after `Retry-After` seconds, or ask `events.json`.',
  },
  'streams-of-address': {
    status: 429,
    title: 'Too many streams are open from here',
    meaning: 'Close one, or ask `events.json`. Try again after `Retry-After` seconds.',
  },
  'streams-of-person': {
    status: 429,
    title: 'The desk is open too often',
    meaning: 'One person may have some twenty desks open at a time. Close one; the others go on.',
  },
  'pictures-unavailable': {
    status: 503,
    title: 'Pictures cannot be reached now',
    meaning: 'Their store is away. Nothing was changed; try again after `Retry-After` seconds.',
  },
  'pictures-busy': {
    status: 503,
    title: 'Too many pictures at once',
    meaning: 'Nothing was changed; try again after `Retry-After` seconds.',
  },
  busy: {
    status: 503,
    title: 'Too much is being changed at once',
    meaning: 'Nothing was changed; try again after `Retry-After` seconds.',
  },
} as const satisfies Record<string, ProblemType>;

export type ProblemName = keyof typeof PROBLEM_TYPES;

/** Where the kinds of problems are told; a `type` is this and its name. */
export const PROBLEMS_PATH = '/api/v1/problems';
