import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHead, type Head } from './head.ts';

const read = (...lines: string[]): Head | null =>
  readHead(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'));

test('a browser’s plain request is read', () => {
  const head = read(
    'GET /stories/river?order=oldest HTTP/1.1',
    'Host: news.example.org',
    'Connection: keep-alive',
    'accept-ENCODING:  gzip, br \t',
    'If-None-Match: W/"0a1b"',
    'X-Else: last-event-id: 9',
  );
  assert.ok(head);
  assert.equal(head.target, '/stories/river?order=oldest');
  assert.equal(head.closes, false);
  assert.equal(head.field('accept-encoding'), 'gzip, br');
  assert.equal(head.field('if-none-match'), 'W/"0a1b"');
  assert.equal(head.field('last-event-id'), undefined);
  assert.equal(read('GET / HTTP/1.1', 'Host: a', 'Connection: CLOSE')?.closes, true);
  assert.equal(read('GET / HTTP/1.1', 'Host: a', 'Last-Event-ID:')?.field('last-event-id'), '');
});

test('a value that is blanks almost all through is read as it is', () => {
  const value = `a${' '.repeat(7900)}b`;
  const head = read('GET / HTTP/1.1', 'Host: a', `If-None-Match:  ${value}\t `);
  assert.equal(head?.field('if-none-match'), value);
});

const LEFT_TO_NODE: Record<string, string[]> = {
  'another method': ['POST / HTTP/1.1', 'Host: a'],
  'HTTP/1.0': ['GET / HTTP/1.0', 'Host: a'],
  'no host': ['GET / HTTP/1.1', 'Accept: */*'],
  'no fields': ['GET / HTTP/1.1'],
  'two hosts': ['GET / HTTP/1.1', 'Host: a', 'Host: b'],
  'a field twice': ['GET / HTTP/1.1', 'Host: a', 'Last-Event-ID: 1', 'last-event-id: 2'],
  'a field twice, the first last': [
    'GET / HTTP/1.1',
    'Connection: close',
    'Host: a',
    'connection: keep-alive',
  ],
  'a body': ['GET / HTTP/1.1', 'Host: a', 'Content-Length: 0'],
  'a body in chunks': ['GET / HTTP/1.1', 'Host: a', 'Transfer-Encoding: chunked'],
  'another protocol': ['GET / HTTP/1.1', 'Host: a', 'Connection: Upgrade', 'Upgrade: websocket'],
  'an expectation': ['GET / HTTP/1.1', 'Host: a', 'Expect: 100-continue'],
  'a part': ['GET / HTTP/1.1', 'Host: a', 'Range: bytes=0-9'],
  'the whole address': ['GET http://a/ HTTP/1.1', 'Host: a'],
  'a fragment': ['GET /#a HTTP/1.1', 'Host: a'],
  'two spaces': ['GET  / HTTP/1.1', 'Host: a'],
  'a space in the address': ['GET /a b HTTP/1.1', 'Host: a'],
  'a byte beyond ASCII': ['GET /é HTTP/1.1', 'Host: a'],
  'a space before the colon': ['GET / HTTP/1.1', 'Host : a'],
  'a folded field': ['GET / HTTP/1.1', 'Host: a', ' b'],
  'a bare line feed': ['GET / HTTP/1.1\nX: y', 'Host: a'],
  'a bare carriage return': ['GET / HTTP/1.1', 'Host: a', 'X: a\rb'],
  'a nought': ['GET / HTTP/1.1', 'Host: a', 'X: a\0b'],
  'more than a head': ['GET / HTTP/1.1', 'Host: a', '', 'GET /2 HTTP/1.1', 'Host: a'],
  'a long address': [`GET /${'a'.repeat(1001)} HTTP/1.1`, 'Host: a'],
  'a long head': ['GET / HTTP/1.1', 'Host: a', `X: ${'a'.repeat(9000)}`],
};

for (const [what, lines] of Object.entries(LEFT_TO_NODE)) {
  test(`left to node:http: ${what}`, () => assert.equal(read(...lines), null));
}

test('left to node:http: a head that came in parts', () => {
  const whole = Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
  for (let length = 0; length < whole.length; length += 1)
    assert.equal(readHead(whole.subarray(0, length)), null);
  assert.ok(readHead(whole));
});
