import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MalformedRequest } from './malformed-request.ts';
import { isHeld, readIfMatch, versionTag } from './etag.ts';

test('If-Match names one version, several, or whatever stands', () => {
  assert.equal(readIfMatch(undefined), null);
  assert.equal(readIfMatch('*'), 'any');
  assert.deepEqual(readIfMatch(versionTag(3)), [3]);
  assert.deepEqual(readIfMatch(' "3" ,"5",, "8" '), [3, 5, 8]);
});

test('tags we never gave out, and weak ones, match no version', () => {
  for (const header of ['"abc"', 'W/"3"', '"03"', '""', '"3,4"', '"-1"', `"${'9'.repeat(40)}"`]) {
    assert.deepEqual(readIfMatch(header), [], header);
  }
});

test('an If-Match that is no list of tags is refused', () => {
  for (const header of [
    '3',
    '',
    ' ',
    ',',
    '"3',
    '3"',
    '"3" "4"',
    '"3";',
    "'3'",
    '*, "3"',
    '"3", *',
    'w/"3"',
    '"a\tb"',
  ]) {
    assert.throws(() => readIfMatch(header), MalformedRequest, header);
  }
});

test('a reader who holds one of the tags is told that nothing changed', () => {
  assert.ok(isHeld('"12.0"', ['"12.0"', '"12.0-gzip"']));
  assert.ok(isHeld('"1", W/"12.0-gzip"', ['"12.0"', '"12.0-gzip"']));
  assert.ok(isHeld('*', ['"12.0"']));
  assert.ok(!isHeld('"11.0"', ['"12.0"']));
  assert.ok(!isHeld('12.0', ['"12.0"']));
  assert.ok(!isHeld(undefined, ['"12.0"']));
});
