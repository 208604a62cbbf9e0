import type { FieldError } from '../domain/errors.ts';
import { inWords, type WebRefusal } from './problem.ts';

/** Thrown where Fastify wants a throw: from parsers, validators and hooks. It is mapped like any refusal. */
export class MalformedRequest extends Error {
  override name = 'MalformedRequest';
  readonly refusal: WebRefusal;

  constructor(refusal: WebRefusal) {
    super(refusal.type);
    this.refusal = refusal;
  }

  static because(detail: string): MalformedRequest {
    return new MalformedRequest({ type: 'malformed-request', detail });
  }

  static at(errors: FieldError[]): MalformedRequest {
    return new MalformedRequest({ type: 'malformed-request', detail: inWords(errors), errors });
  }
}
