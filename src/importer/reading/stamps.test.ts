import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStamp } from './stamps.ts';

const clock = (text: string): string | null => {
  const found = readStamp(text, 0)?.stamp.clock;
  return found ? `${found.hour}:${found.minute}` : null;
};

test('clocks are read in the ways posts write them', () => {
  for (const [text, time] of [
    ['12:05 a.m.', '0:5'],
    ['12 p.m.', '12:0'],
    ['2pm', '14:0'],
    ['8.45am', '8:45'],
    ['14.30 Uhr', '14:30'],
    ['14h30', '14:30'],
    ['18 h', '18:0'],
    ['1430 GMT', '14:30'],
    ['0915 hrs', '9:15'],
    ['noon', '12:0'],
    ['midnight', '0:0'],
    ['12.29', '12:29'],
    ['23:59:01', '23:59'],
    ['13:40 p.m.', '13:40'],
  ] as const) {
    assert.equal(clock(text), time, text);
  }
});

test('figures that are no time of day are left alone', () => {
  for (const text of ['25:10', '12.5 million', '12.293', '1:2:3', '$2.50', '99', '7 hopes', '3.50%'])
    assert.equal(clock(text), null, text);
});

test('date, weekday and zone are read in any usual order', () => {
  for (const text of [
    'Sept. 3, 2014 at 4:15 p.m. ET',
    '4:15 p.m. ET, Sept. 3, 2014',
    '3 September 2014, 16:15 Eastern Time',
    'Wednesday, September 3rd, 2014 – 4:15 PM (EST)',
    '2014-09-03 16:15 ET',
    '9/3/2014 4:15pm EDT',
    '4:15 p.m. Eastern on Wednesday, Sept. 3, 2014',
  ]) {
    const stamp = readStamp(text, 0)?.stamp;
    assert.deepEqual([stamp?.clock?.hour, stamp?.clock?.minute], [16, 15], text);
    assert.ok(stamp?.date?.type === 'date' || stamp?.date?.type === 'either', text);
    assert.ok(stamp?.zone?.type === 'abbreviation' && stamp.zone.zone === 'America/New_York', text);
  }
});

test('days that no calendar has are no dates', () => {
  for (const text of ['31/31/2015', 'Feb. 30', '2015-13-01', '0/0/2015'])
    assert.equal(readStamp(text, 0)?.stamp.date ?? null, null, text);
});
