import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPictures } from './local-pictures.ts';

const page = (images: string): Uint8Array =>
  Buffer.from(
    `<!doctype html><html><body><nav><img src="logo.png" alt="Logo"></nav><article><h1>Ice on the runway</h1><p>The airport has closed its only runway, and two flights are circling above it.</p>${images}</article></body></html>`,
  );

test('the pictures of a post that lie beside it are found in its order, each once, with what is said of them', () => {
  const images =
    '<figure><img src="ice.jpg" alt=" Ice  on\n a runway "></figure><p><img src="./more/two%20planes.png?w=640#x"></p><img src="ice.jpg" alt="again">';
  assert.deepEqual(localPictures(page(images)), [
    { name: 'ice.jpg', alt: 'Ice on a runway' },
    { name: 'more/two planes.png', alt: null },
  ]);
});

test('no address elsewhere and no path outside the folder is one', () => {
  const elsewhere = [
    'https://a.example/a.jpg',
    '//a.example/a.jpg',
    '/etc/passwd',
    '../secret.jpg',
    'a/../../secret.jpg',
    '%2e%2e/secret.jpg',
    '..%5csecret.jpg',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd',
    'C:\\pictures\\a.jpg',
    '\\\\host\\a.jpg',
    '%zz.jpg',
    'a%00.jpg',
    '',
    '?a',
  ];
  const found = localPictures(page(elsewhere.map((src) => `<img src="${src}" alt="x">`).join('')));
  assert.deepEqual(found, [], 'nor is the page’s logo');
});
