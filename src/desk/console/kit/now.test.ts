import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { clockIsOff, serverInstant, setServerNow } from './now.ts';

const HOUR = 3_600_000;
const NOON = '2019-02-28T12:00:00.000Z';

test('on a phone whose clock is an hour wrong, either way, what is filed in a tunnel bears the newsroom’s hour', () => {
  for (const off of [HOUR, -HOUR]) {
    mock.timers.enable({ apis: ['Date'], now: Date.parse(NOON) + off });
    setServerNow(NOON);
    assert.equal(clockIsOff(), HOUR);
    // Twenty minutes on, with nothing heard since.
    mock.timers.setTime(Date.parse(NOON) + off + 20 * 60_000);
    assert.equal(serverInstant(), '2019-02-28T12:20:00.000Z');
    mock.timers.reset();
  }
});
