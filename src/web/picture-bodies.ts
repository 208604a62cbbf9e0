import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { breaks, faultAt, type Wrong } from '../domain/faults.ts';
import { MalformedRequest } from './malformed-request.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The bytes of the picture that was sent, where an endpoint takes one. */
    picture?: Buffer | null;
  }
}

export type PictureBodyLimits = {
  /** Bytes of the picture. */
  picture: number;
  /** Bytes of one field beside it. */
  field: number;
};

/** More than any honest form has; told in words before it is reached. */
const PARTS = 20;

const ONE_FILE = 'takes one picture at a time';

/**
 * Within this scope bodies are pictures: a form (RFC 7578) with the picture as `file` and words beside it, or the
 * picture's bytes alone under an `image/…` type. `request.body` is the words, and `file` the picture's SHA-256.
 */
export async function takePictureBodies(server: FastifyInstance, limits: PictureBodyLimits): Promise<void> {
  server.removeAllContentTypeParsers();
  server.decorateRequest('picture', null);
  await server.register(multipart, {
    limits: {
      fileSize: limits.picture,
      fieldSize: limits.field,
      fieldNameSize: 100,
      files: PARTS,
      fields: PARTS,
      parts: PARTS,
      headerPairs: 20,
    },
  });
  server.addContentTypeParser(
    /^image\//,
    { parseAs: 'buffer', bodyLimit: limits.picture },
    async (request: FastifyRequest, body: Buffer) => {
      if (body.length === 0) return undefined;
      request.picture = body;
      return { file: digestOf(body) };
    },
  );
  server.addContentTypeParser('*', async () => {
    throw new MalformedRequest({ type: 'unsupported-media-type', picture: true });
  });
  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readForm(request).catch(readable);
    if (request.body === undefined || request.body === null) throw missing();
    request.bodyDigest = digestOf(Buffer.from(JSON.stringify(request.body)));
  });
}

/** Every field of the form once. What is wrong ends the reading; the rest of the body is not waited for. */
async function readForm(request: FastifyRequest): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    const { fieldname } = part;
    if (Object.hasOwn(fields, fieldname))
      throw at(fieldname, part.type === 'file' ? ONE_FILE : 'stands twice');
    if (part.type === 'field') {
      if (part.valueTruncated) throw at(fieldname, 'is too long');
      if (typeof part.value !== 'string' || fieldname === 'file')
        throw at(fieldname, 'must be text or a file');
      fields[fieldname] = part.value;
      continue;
    }
    if (fieldname !== 'file') throw at(fieldname, 'is no file field here: send the picture as "file"');
    const bytes = await part.toBuffer();
    if (bytes.length === 0) throw at('file', breaks('file-empty'));
    request.picture = bytes;
    fields['file'] = digestOf(bytes);
  }
  return fields;
}

/** Node's word for a connection whose other end is gone. */
const HUNG_UP = 'ECONNRESET';

/** The reader of forms throws plain errors of its own where a form is none. */
function readable(error: unknown): never {
  const { code = '' } = Object(error) as { code?: string };
  if (error instanceof MalformedRequest || !['', HUNG_UP].includes(code)) throw error;
  throw MalformedRequest.because('The form breaks off, or is none that can be read (RFC 7578).');
}

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const at = (field: string, wrong: Wrong): MalformedRequest =>
  MalformedRequest.at([
    faultAt(`/${field.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`, wrong),
  ]);

const missing = (): MalformedRequest => at('file', breaks('missing'));
