import type { Credentials, Signable } from './s3-sign.ts';

/** What Amazon publishes of Signature Version 4: requests, and the signatures they must come to. */
export type Vector = { name: string; credentials: Credentials; signable: Signable; signature: string };

/** SHA-256 of nothing. */
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const SUITE: Credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};

/** The test suite's requests: all to one host at one instant, of a service called `service`. */
const suite = (
  name: string,
  signature: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Vector => ({
  name,
  credentials: SUITE,
  signable: {
    method,
    url: `https://example.amazonaws.com${path}`,
    headers,
    datetime: '20150830T123600Z',
    service: 'service',
  },
  signature,
});

const S3_EXAMPLES: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};

/** The worked examples of the Amazon S3 API reference, of its own bucket on its own day. */
const s3 = (
  name: string,
  signature: string,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Vector => ({
  name,
  credentials: S3_EXAMPLES,
  signable: {
    method,
    url: `https://examplebucket.s3.amazonaws.com${path}`,
    headers: { 'x-amz-content-sha256': EMPTY, ...headers },
    datetime: '20130524T000000Z',
  },
  signature,
});

const UNRESERVED = '-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export const VECTORS: Vector[] = [
  suite('get-vanilla', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31', 'GET', '/'),
  suite(
    'get-vanilla-query-order-key-case',
    'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    'GET',
    '/?Param2=value2&Param1=value1',
  ),
  suite(
    'get-vanilla-empty-query-key',
    'a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb',
    'GET',
    '/?Param1=value1',
  ),
  suite(
    'get-vanilla-query-unreserved',
    '9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197',
    'GET',
    `/?${UNRESERVED}=${UNRESERVED}`,
  ),
  suite(
    'get-unreserved',
    '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
    'GET',
    `/${UNRESERVED}`,
  ),
  suite(
    'get-header-value-trim',
    'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
    'GET',
    '/',
    {
      'my-header1': ' value1',
      'my-header2': ' "a   b   c"',
    },
  ),
  suite('post-vanilla', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b', 'POST', '/'),
  suite(
    'post-header-key-sort',
    'c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c',
    'POST',
    '/',
    { 'My-Header1': 'value1' },
  ),
  suite(
    'post-vanilla-query',
    '28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11',
    'POST',
    '/?Param1=value1',
  ),
  s3(
    'S3, put an object',
    '98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd',
    'PUT',
    '/test$file.text',
    {
      date: 'Fri, 24 May 2013 00:00:00 GMT',
      'x-amz-storage-class': 'REDUCED_REDUNDANCY',
      'x-amz-content-sha256': '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
  ),
  s3(
    'S3, list a bucket',
    '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    'GET',
    '/?max-keys=2&prefix=J',
  ),
  s3(
    'S3, a query without a value',
    'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    'GET',
    '/?lifecycle',
  ),
];
