import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StorageUnavailable } from '../domain/errors.ts';
import { MalformedRequest } from './malformed-request.ts';
import { problemOfError } from './problem-of-error.ts';
import { PROBLEM_TYPES } from './problem-types.ts';
import { broken, problemJson, problemOf, statusOf, unavailable } from './problem.ts';

test('a refusal tells its kind, its status and what to do', () => {
  const problem = problemOf({ type: 'stale-version', current: 7 });
  assert.deepEqual(JSON.parse(problemJson(problem)), {
    type: '/api/v1/problems#stale-version',
    title: 'It was changed meanwhile',
    status: 412,
    detail: 'It was changed meanwhile and is now at version 7. Read it again before you overwrite it.',
    current: 7,
  });
  assert.deepEqual(problem.headers, { etag: '"7"' });
});

test('every kind of problem has a status of its class and a sentence', () => {
  for (const [name, { status, title, meaning }] of Object.entries(PROBLEM_TYPES)) {
    assert.match(name, /^[a-z]+(-[a-z]+)*$/);
    assert.ok(status >= 400 && status < 600);
    assert.ok(title.length > 5 && !title.endsWith('.'));
    assert.ok(meaning.endsWith('.'));
  }
});

test('several faults are summed up in the detail and listed whole', () => {
  const errors = [
    { pointer: '/headline', detail: 'must be one line' },
    { pointer: '', detail: 'needs more' },
  ];
  const told = JSON.parse(problemJson(problemOf({ type: 'invalid', errors }))) as Record<string, unknown>;
  assert.equal(told.detail, '/headline: must be one line (and 1 more in errors).');
  assert.deepEqual(told.errors, errors);
});

test('storage that is away is 503 with when to come back; what else is thrown is nobody’s business', () => {
  const away = problemOfError(new StorageUnavailable('the disk is full'));
  assert.deepEqual(away, unavailable('the disk is full'));
  assert.equal(away && statusOf(away), 503);
  assert.match(away?.detail ?? '', /the disk is full.*try again/);
  assert.equal(problemOfError(new Error('SELECT secret FROM tokens')), null);
  assert.equal(problemOfError(undefined), null);
  assert.equal(problemOfError('a string'), null);
  assert.equal(statusOf(broken('ab12')), 500);
});

test('what Fastify throws for a request it cannot take is told in our words', () => {
  const statuses = (
    [
      ['FST_ERR_CTP_BODY_TOO_LARGE', 413],
      ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415],
      ['FST_ERR_CTP_INVALID_CONTENT_LENGTH', 400],
      ['FST_ERR_BAD_URL', 400],
      ['FST_ERR_MAX_PARAM_LENGTH', 414],
    ] as const
  ).map(([code, status]) => {
    const problem = problemOfError(Object.assign(new Error('x'), { code }));
    return problem && statusOf(problem) === status;
  });
  assert.deepEqual(statuses, [true, true, true, true, true]);
  const aborted = problemOfError(Object.assign(new Error('aborted'), { statusCode: 400 }));
  assert.equal(aborted && statusOf(aborted), 400);
  assert.deepEqual(problemOfError(MalformedRequest.because('No.')), {
    name: 'malformed-request',
    detail: 'No.',
  });
});
