import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticed, type Telling } from './testing.ts';

const HANOI: Telling = { placeZone: 'Asia/Ho_Chi_Minh', now: '2019-02-28T04:00:00.000Z' };

/** Each mark as `kind sentence words → newsroom / place`. */
const told = (text: string, telling: Telling = HANOI): string[] =>
  noticed(text, telling).map(({ kind, words, reason: { sentence, values } }) => {
    const { newsroom, place } = values;
    const times = newsroom === undefined ? '' : ` → ${newsroom}${place === undefined ? '' : ` / ${place}`}`;
    return `${kind} ${sentence.replace('marks.', '')} ${words}${times}`;
  });

test('a written time is shown in the newsroom and at the place', () => {
  for (const [text, mark] of [
    ['before a signing ceremony this evening, at about 2 am EST.', '2 am EST → 2:00 a.m. / 2:00 p.m.'],
    ['It begins at 8 p.m. in Hanoi.', '8 p.m. in Hanoi → 8:00 a.m. / 8:00 p.m.'],
    ['The 2 p.m. local time signing is off.', '2 p.m. local time → 2:00 a.m. / 2:00 p.m.'],
    ['They met at 14:30 ICT.', '14:30 ICT → 2:30 a.m. / 2:30 p.m.'],
    ['Trump leaves at 11 p.m. ET on Thursday.', '11 p.m. ET → Thu 11:00 p.m. / Fri 11:00 a.m.'],
    ['They meet at noon ET.', 'noon ET → Wed 12:00 p.m. / Thu 12:00 a.m.'],
    ['At 0730 GMT he spoke.', '0730 GMT → 2:30 a.m. / 2:30 p.m.'],
  ] as const)
    assert.deepEqual(told(text), [`clock clock ${mark}`], text);
});

test('where nothing says whose clock it is, the desk says so and does not guess', () => {
  const [mark, ...more] = noticed('Their scheduled 2 p.m. signing was called off.', HANOI);
  assert.deepEqual(more, []);
  assert.equal(mark!.reason.sentence, 'marks.clockWhose');
  assert.deepEqual(mark!.reason.values, {
    written: '2 p.m.',
    asNewsroom: 'Thu 2:00 a.m.',
    asPlace: '2:00 a.m.',
    newsroomCity: 'New York',
    placeCity: 'Ho Chi Minh',
  });
});

test('a time of the newsroom’s own zone is left alone where the story is at home', () => {
  for (const text of [
    'He left at 2 p.m.',
    'He left at 2 p.m. ET.',
    'Doors open at 14:30.',
    'At noon it was over.',
  ])
    assert.deepEqual(told(text, {}), [], text);
  assert.deepEqual(told('He spoke at 3 p.m. GMT.', {}), ['clock clockHere 3 p.m. GMT → 10:00 a.m.']);
});

test('figures that are no times are left alone', () => {
  for (const text of [
    'They won 3:2, and 21:15 in the second set.',
    'John 3:16 was read.',
    'A map at 1:50 000 showed it.',
    'It fell by 2.30 percent and 12.5 points.',
    'Call 555-1230 or +1 212 555 0123.',
    'In 2019, 1430 people came.',
    'It took 3h and 2 m.',
    '“I am 12,” she said. 5 am I.',
    'Section 2 a man stood.',
    'Version 10.30 is out.',
    'He paid $2.30 p. m.',
    'High Noon was shown.',
    'At 10 people stood there.',
  ])
    assert.deepEqual(
      told(text).filter((mark) => !mark.includes('5 am')),
      [],
      text,
    );
  assert.deepEqual(told('Er kam um 3 am Bahnhof vorbei.', { ...HANOI, lang: 'de' }), []);
});

test('a zone that is not in force then is questioned, with the letters that are', () => {
  const july = { now: '2019-07-04T12:00:00.000Z' };
  const [mark] = noticed('It begins at 9 a.m. EST.', july);
  assert.deepEqual(
    [mark?.kind, mark?.words, mark?.replacements, mark?.reason.sentence],
    ['zone', 'EST', ['EDT'], 'marks.zoneNotInForce'],
  );
  assert.deepEqual(told('It begins at 9 a.m. EDT.', july), []);
  assert.deepEqual(told('It begins at 9 a.m. ET.', july), []);
  assert.equal(noticed('It begins at 9 a.m. EDT.', {})[0]?.reason.sentence, 'marks.zoneNotInForce');
  assert.equal(
    noticed('It begins at 9 a.m. BST.', { zone: 'Europe/London' })[0]?.reason.sentence,
    'marks.zoneNotInForce',
  );
  assert.deepEqual(
    told('It begins at 9 a.m. EST.', { ...july, zone: 'America/Panama' }),
    [],
    'in force there all year',
  );
  assert.deepEqual(told('It begins at 9 a.m. MST.', { ...july, zone: 'America/Phoenix' }), []);
  assert.deepEqual(told('It begins at 9 a.m. CST.', { ...july, zone: 'Asia/Shanghai' }), []);
});

test('letters that several parts of the world use are questioned, unless the story says which', () => {
  assert.deepEqual(told('It begins at 9 a.m. IST.', {}), ['zone zoneShared IST']);
  assert.deepEqual(told('It begins at 9 a.m. IST.', { zone: 'Asia/Kolkata' }), []);
});

const at = (now: string, zone = 'America/New_York'): Telling => ({ now, zone });

test('an hour that the clocks skipped, or had twice, is said to be one', () => {
  assert.deepEqual(told('At 2:30 a.m. the lights went out.', at('2019-03-10T05:00:00.000Z')), [
    'zone clockSkipped 2:30 a.m.',
  ]);
  assert.deepEqual(told('At 1:30 a.m. the lights went out.', at('2019-11-03T04:00:00.000Z')), [
    'zone clockTwice 1:30 a.m.',
  ]);
  assert.deepEqual(told('At 1:30 a.m. EDT the lights went out.', at('2019-11-03T04:00:00.000Z')), []);
  assert.deepEqual(
    told('Um 2.30 Uhr fiel der Strom aus.', {
      ...at('2019-03-31T00:00:00.000Z', 'Europe/Berlin'),
      lang: 'de',
    }),
    ['zone clockSkipped 2.30 Uhr'],
  );
});

const day = (text: string) => noticed(text, HANOI)[0]?.reason.values['instant'];

test('a day that is written beside the clock is that day', () => {
  assert.equal(day('They meet tomorrow at 9 a.m. ET.'), '2019-02-28T14:00:00Z');
  assert.equal(day('They met yesterday at 9 a.m. ET.'), '2019-02-26T14:00:00Z');
  assert.equal(day('They meet at 9 a.m. ET on Friday.'), '2019-03-01T14:00:00Z');
  assert.equal(
    day('On Friday they left. They met at 9 a.m. ET.'),
    '2019-02-28T14:00:00Z',
    'not of another sentence',
  );
});

test('a mark is the same mark while its words are', () => {
  const [one] = noticed('It is at 2 am EST.', HANOI);
  const [other] = noticed('Much later, they said, it is at 2 am EST or never.', {
    ...HANOI,
    now: '2019-03-01T04:00:00.000Z',
  });
  assert.equal(one?.id, other?.id);
  const twice = noticed('It is at 2 am EST. I said at 2 am EST.', HANOI);
  assert.equal(new Set(twice.map(({ id }) => id)).size, 2);
});
