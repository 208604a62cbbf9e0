import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../domain/id.ts';
import { PERSON_COLOURS } from '../../shared/person-colour.ts';
import { initialsOf, personClass } from './person-colour.ts';

test('initials are those of the first and the last word, in any script', () => {
  assert.equal(initialsOf('Evan Vucci'), 'EV');
  assert.equal(initialsOf('rafi q. schwartz'), 'RS');
  assert.equal(initialsOf('김정은'), '김');
  assert.equal(initialsOf('👩‍🚒 Ada'), '👩‍🚒A');
  assert.equal(initialsOf(' '), '');
});

test('somebody has one colour, and colleagues who came on one day have different ones', () => {
  const ids = Array.from({ length: 400 }, () => newId('2019-02-28T05:05:00.000Z'));
  assert.equal(personClass(ids[0]!), personClass(ids[0]!));
  assert.equal(new Set(ids.map(personClass)).size, PERSON_COLOURS);
});
