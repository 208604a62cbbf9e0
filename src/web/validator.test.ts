import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type, type TSchema } from 'typebox';
import { MalformedRequest } from './malformed-request.ts';
import { validatorCompiler } from './validator.ts';

/** `pointer detail` of each fault; none where it passes. */
function faults(schema: TSchema, value: unknown, httpPart = 'body'): string[] {
  const result = validatorCompiler({ schema, httpPart })(value);
  if (!('error' in result)) return [];
  assert.ok(result.error instanceof MalformedRequest);
  const { refusal } = result.error;
  return 'errors' in refusal
    ? (refusal.errors ?? []).map(({ pointer, detail }) => `${pointer} ${detail}`)
    : [];
}

const closed = { additionalProperties: false };

test('each fault is told in plain words at its own place, all at once', () => {
  const schema = Type.Object(
    {
      headline: Type.String({ minLength: 1, maxLength: 5 }),
      state: Type.Unsafe({ enum: ['live', 'ended'] }),
      byline: Type.Array(Type.String(), { maxItems: 2 }),
      dek: Type.Unsafe({ type: ['string', 'null'] }),
      at: Type.String({ format: 'date-time' }),
      small: Type.Boolean(),
      count: Type.Integer({ minimum: 1, maximum: 9 }),
      lead: Type.Object({ text: Type.String() }, closed),
    },
    closed,
  );
  const value = {
    headline: 'too long',
    state: 'dead',
    byline: ['a', 1, 'c'],
    dek: 4,
    at: 'noon',
    small: 'yes',
    count: 1.5,
    lead: { 'a/b': 1 },
    'x~y': 1,
  };
  assert.deepEqual(faults(schema, value).toSorted(), [
    '/at must be an instant with its offset (RFC 3339), such as 2019-02-28T05:05:00Z',
    '/byline must have at most 2 entries',
    '/byline/1 must be text',
    '/count must be a whole number',
    '/dek must be text or null',
    '/headline must be at most 5 characters',
    '/lead/a~1b is no field here',
    '/lead/text is missing',
    '/small must be true or false',
    '/state must be one of "live", "ended"',
    '/x~0y is no field here',
  ]);
});

test('a fault names its rule and its bound, for whoever says it in another language', () => {
  const schema = Type.Object(
    {
      title: Type.String({ maxLength: 5 }),
      note: Type.String({ minLength: 1 }),
      code: Type.String({ minLength: 6 }),
      byline: Type.Array(Type.String(), { maxItems: 2 }),
      at: Type.String({ format: 'date-time' }),
      least: Type.Integer({ minimum: 1 }),
      most: Type.Integer({ maximum: 9 }),
      needed: Type.String(),
      state: Type.Unsafe({ enum: ['live', 'ended'] }),
    },
    closed,
  );
  const value = {
    title: 'too long',
    note: '',
    code: '123',
    byline: ['a', 'b', 'c'],
    at: 'noon',
    least: 0,
    most: 10,
    state: 'dead',
    other: 1,
  };
  const result = validatorCompiler({ schema, httpPart: 'body' })(value);
  assert.ok('error' in result && 'errors' in result.error.refusal);
  const errors = result.error.refusal.errors ?? [];
  const rules = errors.map(({ pointer, rule, bound }) => [pointer, rule, bound]);
  rules.sort(([a], [b]) => String(a).localeCompare(String(b)));
  assert.deepEqual(rules, [
    ['/at', 'instant', undefined],
    ['/byline', 'too-many', 2],
    ['/code', 'too-few', 6],
    ['/least', 'at-least', 1],
    ['/most', 'at-most', 9],
    ['/needed', 'missing', undefined],
    ['/note', 'empty', undefined],
    ['/other', 'unknown-field', undefined],
    ['/state', undefined, undefined],
    ['/title', 'too-long', 5],
  ]);
});

test('a value of another kind altogether is told once', () => {
  const schema = Type.Object({ a: Type.String() }, { ...closed, not: { required: ['a', 'b'] } });
  for (const value of [undefined, null, [], 'a', 4, true])
    assert.deepEqual(faults(schema, value), [' must be an object']);
});

test('names that objects have by birth are fields like any other: unknown', () => {
  const schema = Type.Object({ a: Type.Optional(Type.String()) }, closed);
  assert.deepEqual(faults(schema, JSON.parse('{"constructor":1,"toString":2}')), [
    '/constructor is no field here',
    '/toString is no field here',
  ]);
});

test('whole numbers in a query are digits and nothing else', () => {
  const schema = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })) }, closed);
  assert.deepEqual(faults(schema, { limit: '20' }, 'querystring'), []);
  const wrong = ['', ' 20', '2e1', '0x14', '20.0', '+20', '-1', 'NaN', ['1', '2'], '9'.repeat(30)];
  for (const limit of wrong) {
    assert.deepEqual(
      faults(schema, { limit }, 'querystring'),
      ['/query/limit must be a whole number'],
      String(limit),
    );
  }
  assert.deepEqual(faults(schema, { limit: '0' }, 'querystring'), ['/query/limit must be at least 1']);
});

test('a body of endless faults names the first twenty', () => {
  const schema = Type.Array(Type.String());
  assert.equal(
    faults(
      schema,
      Array.from({ length: 5000 }, (_, index) => index),
    ).length,
    20,
  );
});

test('an instant has an offset, and nothing behind it', () => {
  const schema = Type.String({ format: 'date-time' });
  const right = ['2019-02-28T05:05:00Z', '2019-02-28T00:05:00.25-05:00', '2020-02-29t00:00:00z'];
  const wrong = [
    '2019-02-29T00:00:00Z',
    '2019-02-28T05:05:00',
    '2019-02-28T05:05:00Z[Europe/Lisbon]',
    '2019-02-28 05:05:00Z',
  ];
  assert.deepEqual(
    right.flatMap((text) => faults(schema, text)),
    [],
  );
  for (const text of wrong) assert.equal(faults(schema, text).length, 1, text);
});
