import { Compile } from 'typebox/compile';
import { Format } from 'typebox/format';
import type { TSchema } from 'typebox';
import { Settings } from 'typebox/system';
import type { FieldError } from '../domain/errors.ts';
import { fieldErrors } from './field-errors.ts';
import { MalformedRequest } from './malformed-request.ts';

/** Faults named in one answer. */
const ERRORS_MAX = 20;

Settings.Set({ maxErrors: ERRORS_MAX });

// RFC 3339 alone: a zone in brackets behind it (RFC 9557) could say otherwise than the offset.
Format.Set('date-time', (text) => !text.includes('[') && Format.IsDateTime(text));

type Validation = (value: unknown) => { value: unknown } | { error: MalformedRequest };

/**
 * Compiles a TypeBox schema into what Fastify checks requests with. What a `$ref` names is checked elsewhere.
 * Query and path values are text: those that must be whole numbers are read as such, by their digits alone.
 */
export function validatorCompiler({ schema, httpPart }: { schema: unknown; httpPart?: string }): Validation {
  // Headers are told by their schema, and read where they are used.
  if (httpPart === 'headers') return (value) => ({ value });
  const type = withoutReferences(schema) as TSchema;
  const compiled = Compile(type);
  const prefix = httpPart === 'body' || httpPart === undefined ? '' : `/${PARTS[httpPart] ?? httpPart}`;
  return (given) => {
    const value = prefix === '' ? given : withNumbers(type, given);
    if (compiled.Check(value)) return { value };
    const errors = fieldErrors(compiled.Errors(value)).slice(0, ERRORS_MAX);
    return { error: MalformedRequest.at(errors.map((error) => under(prefix, error))) };
  };
}

const PARTS: Record<string, string> = { querystring: 'query' };

const under = (prefix: string, error: FieldError): FieldError => ({
  ...error,
  pointer: prefix + error.pointer,
});

/** Anything passes where another schema is referred to. */
function withoutReferences(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(withoutReferences);
  if ('$ref' in schema) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withoutReferences(value)]));
}

function withNumbers(schema: TSchema, given: unknown): unknown {
  const { properties = {} } = schema as { properties?: Record<string, { type?: unknown }> };
  const entries = Object.entries((given ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const wanted = Object.hasOwn(properties, name) && properties[name]?.type === 'integer';
      return [name, wanted && typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value];
    }),
  );
}
