import { BlobsUnavailable, PicturesBusy, StorageUnavailable } from '../domain/errors.ts';
import { MalformedRequest } from './malformed-request.ts';
import { PasswordsBusy } from './sessions/password.ts';
import { problemOf, unavailable, type Problem, type WebRefusal } from './problem.ts';

const TOO_MANY_PARTS: WebRefusal = {
  type: 'malformed-request',
  detail: 'The form has more parts than any form here.',
};

/** What Fastify throws for requests it cannot take. */
const FASTIFY: Record<string, WebRefusal> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { type: 'body-too-large' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { type: 'unsupported-media-type' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    type: 'malformed-request',
    detail: 'The body is not as long as its Content-Length says.',
  },
  FST_REQ_FILE_TOO_LARGE: { type: 'body-too-large' },
  FST_PARTS_LIMIT: TOO_MANY_PARTS,
  FST_FILES_LIMIT: TOO_MANY_PARTS,
  FST_FIELDS_LIMIT: TOO_MANY_PARTS,
  FST_PROTO_VIOLATION: { type: 'malformed-request', detail: 'The form has a field that is none here.' },
  FST_ERR_BAD_URL: {
    type: 'malformed-request',
    detail: 'The address is not well formed: a % must be followed by two hexadecimal digits of UTF-8.',
  },
  FST_ERR_MAX_PARAM_LENGTH: { type: 'address-too-long' },
};

/** A thrown error as a problem; null when it is a fault of ours. */
export function problemOfError(error: unknown): Problem | null {
  if (error instanceof MalformedRequest) return problemOf(error.refusal);
  if (error instanceof BlobsUnavailable) return problemOf({ type: 'pictures-unavailable' });
  if (error instanceof PicturesBusy) return problemOf({ type: 'pictures-busy' });
  if (error instanceof PasswordsBusy) return problemOf({ type: 'sign-in-busy' });
  if (error instanceof StorageUnavailable) return unavailable(error.message);
  const { code = '', statusCode = 500 } = Object(error) as { code?: string; statusCode?: number };
  const refusal = FASTIFY[code];
  if (refusal) return problemOf(refusal);
  if (statusCode < 400 || statusCode > 499) return null;
  return problemOf({ type: 'malformed-request', detail: 'The request broke off or cannot be read.' });
}
