import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockOf, clockSince, datedClock, sameClock } from './clock.ts';
import { languageOf } from './language.ts';
import { zoneName } from './language/zone-name.ts';

const english = languageOf(['en']);
const NEW_YORK = 'America/New_York';

test('a clock time is set as print sets it, with the name of its zone', () => {
  assert.equal(clockOf(english, '2019-02-28T06:30:00.000Z', NEW_YORK), '1:30 a.m. ET');
  assert.equal(clockOf(english, '2019-02-28T19:05:00.000Z', NEW_YORK), '2:05 p.m. ET');
});

test('the full hour has no minutes', () => {
  assert.equal(clockOf(english, '2019-02-28T19:00:00.000Z', NEW_YORK), '2 p.m. ET');
});

test('twelve is noon or midnight, for nobody agrees what 12 a.m. is', () => {
  assert.equal(clockOf(english, '2019-02-28T17:00:00.000Z', NEW_YORK), 'noon ET');
  assert.equal(clockOf(english, '2019-02-28T05:00:00.000Z', NEW_YORK), 'midnight ET');
  assert.equal(clockOf(english, '2019-02-28T05:05:00.000Z', NEW_YORK), '12:05 a.m. ET');
  assert.equal(clockOf(english, '2019-02-28T17:05:00.000Z', NEW_YORK), '12:05 p.m. ET');
});

test('months are abbreviated as print does, the short ones never', () => {
  assert.equal(datedClock(english, '2019-02-28T05:05:00.000Z', NEW_YORK), 'Feb. 28, 12:05 a.m. ET');
  assert.equal(datedClock(english, '2019-09-01T16:30:00.000Z', NEW_YORK), 'Sept. 1, 12:30 p.m. ET');
  assert.equal(
    datedClock(english, '2019-05-01T16:30:00.000Z', NEW_YORK, { year: true }),
    'May 1, 2019, 12:30 p.m. ET',
  );
});

test('a zone is called what people call it', () => {
  const winter = '2019-02-28T05:05:00.000Z';
  const summer = '2019-07-28T05:05:00.000Z';
  const called = (zone: string): string[] => [zoneName(zone, winter), zoneName(zone, summer)];
  assert.deepEqual(called(NEW_YORK), ['ET', 'ET']);
  assert.deepEqual(called('America/Los_Angeles'), ['PT', 'PT']);
  assert.deepEqual(called('Europe/London'), ['GMT', 'BST']);
  assert.deepEqual(called('Europe/Berlin'), ['CET', 'CEST']);
  assert.deepEqual(called('UTC'), ['UTC', 'UTC']);
  assert.deepEqual(called('Asia/Ho_Chi_Minh'), ['Vietnam time', 'Vietnam time']);
  assert.deepEqual(called('America/Argentina/Buenos_Aires'), ['Buenos Aires time', 'Buenos Aires time']);
});

test('the date stands where the day is another, the year where the year is', () => {
  const evening = '2019-12-31T23:00:00.000Z';
  assert.equal(clockSince(english, evening, '2020-01-01T04:59:00.000Z', NEW_YORK), '11:59 p.m. ET');
  assert.equal(
    clockSince(english, evening, '2020-01-01T05:01:00.000Z', NEW_YORK),
    'Jan. 1, 2020, 12:01 a.m. ET',
  );
  assert.equal(
    clockSince(english, '2019-02-28T03:55:00.000Z', '2019-02-28T05:05:00.000Z', NEW_YORK),
    'Feb. 28, 12:05 a.m. ET',
  );
});

test('the hour that comes twice in autumn is told by the clock on the wall', () => {
  assert.equal(clockOf(english, '2019-11-03T05:30:00.000Z', NEW_YORK), '1:30 a.m. ET');
  assert.equal(clockOf(english, '2019-11-03T06:30:00.000Z', NEW_YORK), '1:30 a.m. ET');
});

test('two zones with the same offset show the same clock', () => {
  assert.ok(sameClock('2019-02-28T05:05:00.000Z', NEW_YORK, 'America/Toronto'));
  assert.ok(!sameClock('2019-02-28T05:05:00.000Z', NEW_YORK, 'Asia/Ho_Chi_Minh'));
});
