import type { TLocalizedValidationError } from 'typebox/error';
import type { FieldError } from '../domain/errors.ts';
import { breaks, faultAt, type PlainRule, type Wrong } from '../domain/faults.ts';
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
  const members = (names: string[] = [], rule: PlainRule): FieldError[] =>
    names.map((name) => faultAt(`${instancePath}/${pointerStep(name)}`, breaks(rule)));
  switch (keyword) {
    case 'boolean':
      // A member too many is told as such.
      return [];
    case 'additionalProperties':
      return members(given.additionalProperties, 'unknown-field');
    case 'required':
      return members(given.requiredProperties, 'missing');
    default:
      return [faultAt(instancePath, wrongOf(keyword, given))];
  }
}

function wrongOf(keyword: string, { type, limit, allowedValues, format }: Params): Wrong {
  const bound = Number(limit);
  const least = bound === 1 ? breaks('empty') : breaks('too-few', bound);
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
      return breaks('too-long', bound);
    case 'minLength':
      return least;
    case 'maxItems':
      return breaks('too-many', bound);
    case 'minItems':
      return least;
    case 'minProperties':
      return 'must name at least one field';
    case 'maximum':
      return breaks('at-most', bound);
    case 'minimum':
      return breaks('at-least', bound);
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

const FORMATS: Record<string, Wrong> = {
  'date-time': breaks('instant'),
  uuid: 'must be an id as the API gave it',
};
