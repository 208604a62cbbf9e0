import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from '../../../../../domain/id.ts';
import { newId } from './new-id.ts';

test('an id made in the browser is one the newsroom takes, and sorts by its time', () => {
  const [earlier, later] = [newId(Date.UTC(2019, 1, 28, 6, 30)), newId(Date.UTC(2019, 1, 28, 6, 50))];
  assert.ok(isId(earlier) && isId(later));
  assert.ok(earlier < later);
  assert.equal(earlier[14], '7');
  assert.equal(Number.parseInt(earlier.replaceAll('-', '').slice(0, 12), 16), Date.UTC(2019, 1, 28, 6, 30));
});
