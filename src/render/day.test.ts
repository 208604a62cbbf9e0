import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { dayNumber, DAYS, renderDay } from './day.ts';
import { at, storyGiven, viewGiven } from './given.ts';

test('a day begins at midnight in the newsroom’s zone, and is headed by its name', () => {
  const view = viewGiven();
  assert.equal(renderDay(view, at('23:59')).toString(), '<p class="day">Wednesday, February 27</p>');
  assert.equal(dayNumber(view, at('23:59')), dayNumber(view, at('22:00')));
  assert.equal(dayNumber(view, '2019-02-28T05:00:00.000Z'), dayNumber(view, at('23:59')) + 1);
  const hanoi = viewGiven({ story: storyGiven({ zone: 'Asia/Ho_Chi_Minh' }) });
  assert.match(renderDay(hanoi, at('23:59')).toString(), /Thursday, February 28/);
});

test('on the nights the clock changes, and before 1970, each day has a number of its own', () => {
  const berlin = viewGiven({ story: storyGiven({ zone: 'Europe/Berlin' }) });
  const number = (instant: string): number => dayNumber(berlin, instant);
  assert.equal(number('2026-03-28T22:59:00.000Z'), number('2026-03-28T12:00:00.000Z'));
  assert.notEqual(number('2026-03-28T23:00:00.000Z'), number('2026-03-28T12:00:00.000Z'));
  assert.equal(number('2026-03-29T21:59:00.000Z'), number('2026-03-28T23:00:00.000Z'));
  assert.notEqual(number('2026-03-29T22:00:00.000Z'), number('2026-03-28T23:00:00.000Z'));
  const early = number('1969-12-31T12:00:00.000Z');
  assert.ok(early >= 0 && early < DAYS);
  assert.notEqual(early, number('1970-01-01T12:00:00.000Z'));
});

test('the style sheet knows every day’s number', () => {
  const styles = fs.readFileSync(new URL('../reader/styles/days.css', import.meta.url), 'utf8');
  const known = [...styles.matchAll(/\[data-day='(\d+)'\] \+ \[data-day='(\d+)'\]/g)];
  assert.deepEqual(
    known.map(([, one, other]) => [Number(one), Number(other)]),
    Array.from({ length: DAYS }, (_, day) => [day, day]),
  );
});
