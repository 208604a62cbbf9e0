import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress, readConfig, SETTINGS } from './config.ts';

const config = (environment: Record<string, string>, flags: Record<string, string> = {}) => {
  const read = readConfig(environment, flags);
  assert.equal(read.type, 'config', JSON.stringify(read));
  return read.type === 'config' ? read.config : assert.fail();
};

const faults = (environment: Record<string, string>): string[] => {
  const read = readConfig(environment);
  return read.type === 'bad-settings' ? read.faults.map(({ name }) => name) : [];
};

test('a laptop needs no setting at all', () => {
  const { host, port, dataDir, databaseUrl, sample, clock, workers } = config({});
  assert.deepEqual(
    [host, port, dataDir, databaseUrl, sample, clock],
    ['127.0.0.1', 8080, './data', null, true, null],
  );
  assert.ok(workers >= 1);
});

test('a flag wins over the environment', () => {
  assert.equal(config({ PORT: '9000' }, { PORT: '9001' }).port, 9001);
});

test('all bad settings are told at once', () => {
  const bad = {
    PORT: '80800',
    WORKERS: 'many',
    BASE_URL: 'javascript:alert(1)',
    DATABASE_URL: 'mysql://x',
    CLOCK: 'noon',
    SAMPLE: 'maybe',
    LOG_LEVEL: 'loud',
    MAX_BODY: '-1',
    MAX_STREAMS: '1e9',
  };
  assert.deepEqual(faults(bad).toSorted(), Object.keys(bad).toSorted());
});

test('every setting refuses nonsense or takes any text', () => {
  const takesText = new Set(['HOST', 'DATA_DIR']);
  for (const { name } of SETTINGS) {
    assert.deepEqual(faults({ [name]: '\u0000nonsense' }), takesText.has(name) ? [] : [name], name);
  }
});

test('a database has one server, or several of which each has a name', () => {
  for (const right of [
    'postgres://w:p@one/news',
    'postgres://w@one:5432,other:5433/news',
    'postgresql:///news',
  ])
    assert.equal(config({ DATABASE_URL: right }).databaseUrl, right);
  for (const wrong of ['postgres://', 'postgres://one,/news', 'postgres://w@one:5432,other:port/news'])
    assert.deepEqual(faults({ DATABASE_URL: wrong }), ['DATABASE_URL'], wrong);
});

test('pictures lie in the data folder, or in a store that is named with all it needs', () => {
  const whole = {
    S3_ENDPOINT: 'https://s3.example.org/',
    S3_BUCKET: 'pictures',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  };
  assert.equal(config({}).s3, null);
  assert.deepEqual(config({ ...whole, S3_REGION: 'eu-west-1', S3_PATH_STYLE: 'off' }).s3, {
    endpoint: 'https://s3.example.org',
    bucket: 'pictures',
    region: 'eu-west-1',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    pathStyle: false,
  });
  for (const name of Object.keys(whole)) assert.deepEqual(faults({ ...whole, [name]: '' }), [name]);
  assert.deepEqual(faults({ S3_BUCKET: 'pictures' }), [
    'S3_ENDPOINT',
    'S3_ACCESS_KEY_ID',
    'S3_SECRET_ACCESS_KEY',
  ]);
  assert.deepEqual(faults({ ...whole, S3_BUCKET: 'Pictures!', PORT: 'x' }).toSorted(), ['PORT', 'S3_BUCKET']);
});

test('a cache that is told needs to be told how, and is let in by one header', () => {
  const told = { PURGE_URL: 'http://varnish:6081/', PURGE_FORM: 'varnish' };
  assert.equal(config({ PURGE_HOLD: '5' }).purge, null);
  assert.deepEqual(config({ ...told, PURGE_HEADER: 'X-Purge-Token: let me in' }).purge, {
    url: 'http://varnish:6081',
    form: 'varnish',
    header: { name: 'X-Purge-Token', value: 'let me in' },
    hold: 60,
  });
  for (const name of Object.keys(told)) assert.deepEqual(faults({ ...told, [name]: '' }), [name]);
  for (const header of ['Fastly-Key', 'Fastly Key: 1', ': 1', 'Fastly-Key: a\r\nHost: b'])
    assert.deepEqual(faults({ ...told, PURGE_HEADER: header }), ['PURGE_HEADER']);
});

test('a clock for tests is refused beside a public address, and stands beside a private one', () => {
  const clock = '2019-02-28T05:05:00Z';
  assert.deepEqual(faults({ CLOCK: clock, BASE_URL: 'https://news.example.org' }), ['CLOCK']);
  assert.equal(config({ CLOCK: clock, BASE_URL: 'http://writethru.test' }).clock, '2019-02-28T05:05:00.000Z');
});

test('the sample story stays away from a public site unless it is asked for', () => {
  assert.equal(config({ BASE_URL: 'https://news.example.org' }).sample, false);
  assert.equal(config({ BASE_URL: 'https://news.example.org', SAMPLE: 'on' }).sample, true);
  assert.equal(config({ SAMPLE: 'off' }).sample, false);
});

const isPublic = (host: string): boolean => isPublicAddress(`http://${host}:8080`);

test('public is what is neither loopback nor under .test', () => {
  assert.deepEqual(
    ['127.0.0.1', '127.8.0.1', '[::1]', 'localhost', 'a.localhost', 'news.test', 'test'].map(isPublic),
    Array(7).fill(false),
  );
  assert.deepEqual(
    ['news.example.org', '10.0.0.1', 'mytest', 'localhost.example.org', '0.0.0.0'].map(isPublic),
    Array(5).fill(true),
  );
});

test('the address of the site loses its last slash, so that paths can follow it', () => {
  assert.equal(config({ BASE_URL: 'https://news.example.org/' }).baseUrl, 'https://news.example.org');
});
