import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toJson } from './proposal.ts';
import { post, read, times } from './testing.ts';

const LEAD = 'A barge struck the bridge on Tuesday morning, closing it in both directions.';

test('a clock without a day stays open, with a warning', () => {
  const story = read(post(LEAD, 'Update at 5:38 p.m.: Open again.'));
  assert.deepEqual(story.updates[0]?.time, { kind: 'clock', at: '17:38' });
  assert.equal(toJson(story).updates[0]?.at, null);
  assert.match(story.warnings.join(), /--date/);
});

test('a time without a zone is a wall time, with a warning', () => {
  const story = read(post(LEAD, 'UPDATE 26/01/2015 17:40: Open again.'));
  assert.deepEqual(times(story), ['2015-01-26T17:40:00']);
  assert.match(story.warnings.join(), /--zone/);
});

test('a day alone is a day', () => {
  assert.deepEqual(read(post(LEAD, 'UPDATE 26/01/2015 : Not so.')).updates[0]?.time, {
    kind: 'day',
    at: '2015-01-26',
  });
});

test('EST in summer is read as the clock in New York, and the reading is said', () => {
  const story = read(post(LEAD, 'UPDATE 4:00 PM EST: Open again.'), {
    date: '2016-07-03',
    zone: 'America/New_York',
  });
  assert.deepEqual(times(story), ['2016-07-03T16:00:00-04:00']);
  assert.match(story.warnings.join(), /“EST” was not in force in America\/New_York/);
});

test('EST where it is the law all year is no mistake', () => {
  const story = read(post(LEAD, 'UPDATE 4:00 PM EST: Open again.'), {
    date: '2016-07-03',
    zone: 'America/Jamaica',
  });
  assert.deepEqual(times(story), ['2016-07-03T16:00:00-05:00']);
  assert.deepEqual(story.warnings, []);
});

test('the night the clocks go back has two half past ones: letters tell which, else a warning', () => {
  const told = read(post(LEAD, 'Update, 1:30 a.m. EST: Open.'), { date: '2016-11-06' });
  assert.deepEqual(times(told), ['2016-11-06T01:30:00-05:00']);
  const open = read(post(LEAD, 'Update, 1:30 a.m. ET: Open.'), { date: '2016-11-06' });
  assert.deepEqual(times(open), ['2016-11-06T01:30:00-04:00']);
  assert.match(open.warnings.join(), /showed that time twice/);
});

test('an hour that the clocks skipped is moved on, with a warning', () => {
  const story = read(post(LEAD, 'Update, 2:30 a.m. ET: Open.'), { date: '2016-03-13' });
  assert.deepEqual(times(story), ['2016-03-13T03:30:00-04:00']);
  assert.match(story.warnings.join(), /skipped/);
});

test('an offset that the post writes is kept', () => {
  assert.deepEqual(times(read(post(LEAD, 'Update, 5:15pm GMT+3: Open.'), { date: '2016-05-03' })), [
    '2016-05-03T17:15:00+03:00',
  ]);
  assert.deepEqual(times(read(post(LEAD, 'Update 2016-05-03T17:15:00+05:30: Open.'))), [
    '2016-05-03T17:15:00+05:30',
  ]);
});

test('letters that several lands use need the zone of the post', () => {
  assert.deepEqual(
    times(read(post(LEAD, 'Update, 5:15pm IST: Open.'), { date: '2016-05-03', zone: 'Asia/Kolkata' })),
    ['2016-05-03T17:15:00+05:30'],
  );
  assert.match(
    read(post(LEAD, 'Update, 5:15pm IST: Open.'), { date: '2016-05-03' }).warnings.join(),
    /Europe\/Dublin/,
  );
});

test('figures in either order are read by the custom of the place, or by the day of publication', () => {
  assert.deepEqual(times(read(post(LEAD, 'Update 03/04/2016: Open.'), { zone: 'America/Chicago' })), [
    '2016-03-04',
  ]);
  assert.deepEqual(times(read(post(LEAD, 'Update 03/04/2016: Open.'), { zone: 'Europe/London' })), [
    '2016-04-03',
  ]);
  assert.deepEqual(
    times(read(post(LEAD, 'Update 03/04/2016: Open.'), { zone: 'America/Chicago', date: '2016-04-02' })),
    ['2016-04-03'],
  );
});

test('a weekday is the nearest one, a missing year the nearest year', () => {
  const story = read(post(LEAD, 'Update, Wednesday, 8 a.m.: Open.', 'Update, Jan. 2, 9 a.m.: Closed.'), {
    zone: 'America/Chicago',
    date: '2015-12-29',
  });
  assert.deepEqual(times(story), ['2015-12-30T08:00:00-06:00', '2016-01-02T09:00:00-06:00']);
});

test('the page’s own dateline gives the day where nobody else does', () => {
  const story = read(
    post(
      'Bridge Closed',
      'By Mara Quill',
      'May 3, 2016, 9:50 p.m. ET',
      LEAD,
      'Update, 11:30 p.m.: Divers are down.',
      'Update, 12:40 a.m.: Divers are up.',
    ),
  );
  assert.deepEqual(times(story), ['2016-05-03T23:30:00-04:00', '2016-05-04T00:40:00-04:00']);
  assert.equal(story.publishedAt?.at, '2016-05-03T21:50:00-04:00');
});

test('a first update whose clock is far before the post’s own falls on the next day', () => {
  const story = read(
    post('Bridge Closed', 'May 3, 2016, 11:50 p.m. ET', LEAD, 'Update, 1:15 a.m.: Divers are down.'),
  );
  assert.deepEqual(times(story), ['2016-05-04T01:15:00-04:00']);
});
