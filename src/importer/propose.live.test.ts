import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, read, times, updateTexts } from './testing.ts';

test('a live blog’s entries begin with a clock, newest first', () => {
  const story = read(
    post(
      '• Bridge closed • Ferries full',
      'Latest',
      '12.29 Our reporter at the pier writes:',
      'Divers have gone down.',
      'The harbour master',
      '12.14 Lena Ostrow has arrived at the pier.',
      '11.58 The first ferry leaves with people standing.',
    ),
    { zone: 'Europe/London', date: '2015-02-26' },
  );
  assert.deepEqual(times(story), [
    '2015-02-26T12:29:00+00:00',
    '2015-02-26T12:14:00+00:00',
    '2015-02-26T11:58:00+00:00',
  ]);
  assert.equal(story.updates[1]?.heading, 'The harbour master');
  assert.deepEqual(updateTexts(story), [
    'Our reporter at the pier writes: / Divers have gone down.',
    'Lena Ostrow has arrived at the pier.',
    'The first ferry leaves with people standing.',
  ]);
  assert.deepEqual(story.body, ['Bridge closed • Ferries full']);
});

test('a newest-first blog runs back over midnight', () => {
  const story = read(
    post(
      '1:10 a.m. ET — The count is done.',
      '12:05 a.m. ET — Two boxes are missing.',
      '11:50 p.m. ET — Counting goes on.',
      '9:00 p.m. ET — Polls are closed.',
    ),
    { date: '2018-11-06' },
  );
  assert.deepEqual(times(story), [
    '2018-11-07T01:10:00-05:00',
    '2018-11-07T00:05:00-05:00',
    '2018-11-06T23:50:00-05:00',
    '2018-11-06T21:00:00-05:00',
  ]);
});

test('a clock alone on its line begins an entry, and the page’s second clock under it is the same one', () => {
  const story = read(
    'Storm Berta makes landfall\n\n2.32pm BST\n14:32\nWinds of 130 km/h at the lighthouse.\nUpdated at 2.40pm BST\n\n2.05pm BST\n14:05\nTrains are stopped.\n\n1.20pm BST\n13:20\nGood afternoon.',
    { date: '2016-05-03' },
  );
  assert.equal(story.headline, 'Storm Berta makes landfall');
  assert.deepEqual(times(story), [
    '2016-05-03T14:32:00+01:00',
    '2016-05-03T14:05:00+01:00',
    '2016-05-03T13:20:00+01:00',
  ]);
  assert.deepEqual(updateTexts(story), [
    'Winds of 130 km/h at the lighthouse.',
    'Trains are stopped.',
    'Good afternoon.',
  ]);
});

test('a ticker sets its title between plus signs', () => {
  const story = read(
    '+++ 14:30 Uhr: Entwarnung +++ Der Brand ist gelöscht.\n+++ 13:10 Uhr: Zweiter Alarm +++ Auch das Nachbarhaus brennt.',
    { zone: 'Europe/Berlin', date: '2016-05-03' },
  );
  assert.deepEqual(
    story.updates.map(({ title }) => title),
    ['Entwarnung', 'Zweiter Alarm'],
  );
});

test('a status page gives its updates a stamp and a status, the year from the day it was published', () => {
  const story = read(
    'Slow sign-ins\n\nMar 4, 11:40 UTC\nResolved - This incident has been resolved.\n\nMar 4, 10:12 UTC\nInvestigating - We are looking into it.',
    { date: '2021-03-04' },
  );
  assert.equal(story.headline, 'Slow sign-ins');
  assert.deepEqual(
    story.updates.map(({ title, time }) => [title, time?.at]),
    [
      ['Resolved', '2021-03-04T11:40:00+00:00'],
      ['Investigating', '2021-03-04T10:12:00+00:00'],
    ],
  );
  assert.equal(story.publishedAt?.at, '2021-03-04T10:12:00+00:00');
});

test('a status page may print the stamp under its entry', () => {
  const story = read(
    'Resolved\nThis incident has been resolved.\nPosted 2 days ago. Mar 04, 2021 - 11:40 UTC\n\nInvestigating\nWe are looking into it.\nPosted 2 days ago. Mar 04, 2021 - 10:12 UTC',
  );
  assert.equal(story.headline, '');
  assert.deepEqual(times(story), ['2021-03-04T11:40:00+00:00', '2021-03-04T10:12:00+00:00']);
});

test('“UPDATE 3:15 p.m.” entries between untimed text are no live blog of clocks', () => {
  const story = read(
    post(
      'The vote is on Tuesday.',
      'UPDATE 3:15 p.m.: It began.',
      '10:30 a.m. was the time set.',
      'UPDATE 4:15 p.m.: It ended.',
    ),
    { zone: 'America/Chicago', date: '2016-05-03' },
  );
  assert.equal(story.updates.length, 2);
});
