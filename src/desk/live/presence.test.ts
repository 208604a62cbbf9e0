import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localBus } from '../../storage/bus.ts';
import { openPresence } from './presence.ts';

const ines = { personId: 'ines', name: 'Ines', storyId: 'bridge', draftId: null };
const said = (key: string, more = {}) => ({ key, leaving: false, ...ines, ...more });

/** Presence by a clock that stands until it is moved. */
function board() {
  const bus = localBus();
  let now = 0;
  const presence = openPresence(bus, () => now);
  return {
    bus,
    presence,
    pass: (ms: number) => {
      now += ms;
      presence.look();
    },
    /** Lets the bus say what was published. */
    said: async (...all: ReturnType<typeof said>[]) => {
      for (const one of all) presence.say(one);
      await Promise.resolve();
    },
  };
}

test('somebody who does not say that they are there is forgotten after 45 seconds', async () => {
  const { presence, pass, ...desk } = board();
  await desk.said(said('a'));
  pass(44_000);
  assert.deepEqual(presence.here(), [ines]);
  await desk.said(said('a'));
  pass(44_000);
  assert.deepEqual(presence.here(), [ines]);
  pass(1000);
  assert.deepEqual(presence.here(), []);
  presence.close();
});

test('two tabs in one place are one presence; in two places they are two', async () => {
  const { presence, ...desk } = board();
  await desk.said(said('a'), said('b'));
  assert.equal(presence.here().length, 1);
  await desk.said(said('b', { draftId: 'd' }));
  assert.equal(presence.here().length, 2);
  await desk.said(said('a', { leaving: true }));
  assert.deepEqual(presence.here(), [{ ...ines, draftId: 'd' }]);
  presence.close();
});

test('nobody can be in more than twenty places', async () => {
  const { presence, ...desk } = board();
  const tabs = Array.from({ length: 30 }, (_, at) => said(`t${at}`, { storyId: `s${at}` }));
  await desk.said(...tabs);
  assert.equal(presence.here().length, 20);
  assert.equal(
    presence.here().some(({ storyId }) => storyId === 's0'),
    false,
  );
  presence.close();
});

test('that they are still there is no news', async () => {
  const { presence, ...desk } = board();
  let told = 0;
  presence.onChange(() => {
    told += 1;
  });
  await desk.said(said('a'), said('a'), said('a'));
  assert.equal(told, 1);
  presence.close();
});

test('what is of another form is passed over', async () => {
  const { presence, bus } = board();
  for (const message of [null, 1, 'x', {}, { key: 1 }, { key: 'a', personId: 'p' }])
    bus.publish({ topic: 'desk-presence', message });
  await Promise.resolve();
  assert.deepEqual(presence.here(), []);
  presence.close();
});
