import type { TLocalizedValidationError } from 'typebox/error';
import type { FieldError } from '../domain/errors.ts';
import { pointerStep } from './json.ts';

type Params = {
  requiredProperties?: string[];
  additionalProperties?: string[];
  type?: string | string[];
  limit?: number | bigint;
  allowedValues?: unknown[];
  format?: string;
};

/** What the validator found, each fault in plain words at its place; the first of each place stands for all. */
export function fieldErrors(found: TLocalizedValidationError[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const error of found.flatMap(faultsOf))
    if (!errors.has(error.pointer)) errors.set(error.pointer, error);
  return [...errors.values()];
}

function faultsOf({ keyword, instancePath, params }: TLocalizedValidationError): FieldError[] {
  const given = params as Params;
  const members = (names: string[] = [], detail: string): FieldError[] =>
    names.map((name) => ({ pointer: `${instancePath}/${pointerStep(name)}`, detail }));
  switch (keyword) {
    case 'boolean':
      // A member too many is told as such.
      return [];
    case 'additionalProperties':
      return members(given.additionalProperties, 'is no field here');
    case 'required':
      return members(given.requiredProperties, 'is missing');
    default:
      return [{ pointer: instancePath, detail: inWords(keyword, given) }];
  }
}

function inWords(keyword: string, { type, limit, allowedValues, format }: Params): string {
  const least = Number(limit) === 1 ? 'must not be empty' : `must have at least ${limit}`;
  switch (keyword) {
    case 'type':
      return `must be ${[type]
        .flat()
        .map((name) => TYPES[name ?? ''] ?? name)
        .join(' or ')}`;
    case 'enum':
      return `must be one of ${(allowedValues ?? []).map((value) => JSON.stringify(value)).join(', ')}`;
    case 'format':
      return FORMATS[format ?? ''] ?? `must be of the form ${format}`;
    case 'maxLength':
      return `must be at most ${limit} characters`;
    case 'minLength':
      return least;
    case 'maxItems':
      return `must have at most ${limit} entries`;
    case 'minItems':
      return least;
    case 'minProperties':
      return 'must name at least one field';
    case 'maximum':
      return `must be at most ${limit}`;
    case 'minimum':
      return `must be at least ${limit}`;
    case 'not':
      return 'holds markdown and a document: give one of the two';
    default:
      return 'is not taken here';
  }
}

const TYPES: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

const FORMATS: Record<string, string> = {
  'date-time': 'must be an instant with its offset (RFC 3339), such as 2019-02-28T05:05:00Z',
  uuid: 'must be an id as the API gave it',
};
