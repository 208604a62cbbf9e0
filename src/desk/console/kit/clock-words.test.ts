import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agoWords, clockBeside, clockWords, fullClockWords, sameClock } from './clock-words.ts';
import { speechOf } from '../words/speech.ts';

const english = speechOf('en');
const NEW_YORK = 'America/New_York';
const at = '2019-02-28T06:30:00.000Z';
const minutesOn = (minutes: number): number => Date.parse(at) + minutes * 60_000;

test('a time is written as readers see it; the date stands where the day is another', () => {
  assert.equal(clockWords(english, at, NEW_YORK, minutesOn(60)), '1:30 a.m. ET');
  assert.equal(clockWords(english, at, NEW_YORK, minutesOn(24 * 60)), 'Feb. 28, 1:30 a.m. ET');
  assert.equal(clockWords(english, at, NEW_YORK, minutesOn(366 * 24 * 60)), 'Feb. 28, 2019, 1:30 a.m. ET');
  assert.equal(fullClockWords(english, at, 'Asia/Ho_Chi_Minh'), 'Feb. 28, 2019, 1:30 p.m. Vietnam time');
});

test('beside the newsroom’s clock the place’s has a date only where that is another', () => {
  assert.equal(clockBeside(english, at, NEW_YORK, 'Asia/Ho_Chi_Minh'), '1:30 p.m. Vietnam time');
  const evening = '2019-02-28T03:55:00.000Z';
  assert.equal(
    clockBeside(english, evening, NEW_YORK, 'Asia/Ho_Chi_Minh'),
    'Feb. 28, 10:55 a.m. Vietnam time',
  );
});

test('places are called what the language of the desk calls them, whatever the browser knows', () => {
  const sentences = { 'kit.clockInZone': '{clock} {zone}', 'kit.place.America/New_York': 'Nueva York' };
  assert.equal(clockWords(speechOf('es', sentences), at, NEW_YORK, minutesOn(60)), '1:30 (Nueva York)');
});

test('what was a moment ago is told so, up to half a day', () => {
  assert.equal(agoWords(english, at, minutesOn(0.2)), 'just now');
  assert.equal(agoWords(english, at, minutesOn(3)), '3 min. ago');
  assert.equal(agoWords(english, at, minutesOn(125)), '2 hr. ago');
  assert.equal(agoWords(english, at, minutesOn(-30)), 'in 30 min.');
  assert.equal(agoWords(english, at, minutesOn(13 * 60)), null);
});

test('two zones whose clocks show the same are one', () => {
  assert.ok(sameClock(at, NEW_YORK, 'America/Toronto'));
  assert.ok(!sameClock(at, NEW_YORK, 'America/Chicago'));
});
