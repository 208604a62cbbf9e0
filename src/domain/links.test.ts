import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkImageSource, checkLink, hostOf, LINK_MAX, WEB_SCHEMES } from './links.ts';

test('a link leads to the web or to a mailbox, written as the URL standard writes it', () => {
  const links = {
    'https://radio.example': 'https://radio.example/',
    'HTTP://Radio.Example:80/a%20b': 'http://radio.example/a%20b',
    ' https://radio.example/a?b=c&d#e ': 'https://radio.example/a?b=c&d#e',
    'https://bücher.example/ñ': 'https://xn--bcher-kva.example/%C3%B1',
    'https://[2001:db8::1]:8080/': 'https://[2001:db8::1]:8080/',
    'mailto:desk@paper.example?subject=Correction': 'mailto:desk@paper.example?subject=Correction',
  };
  for (const [given, kept] of Object.entries(links)) assert.equal(checkLink(given), kept);
});

const hostile = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'java\tscript:alert(1)',
  'javascript\u0000:alert(1)',
  'javascript://%0aalert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://radio.example/1',
  'ftp://radio.example/',
  'about:blank',
  'view-source:https://radio.example/',
  '//evil.example/',
  '/\\evil.example',
  '/stories/no-deal',
  'stories/no-deal',
  '#top',
  '',
  'https:',
  'https://',
  'https:///evil.example',
  'https:evil.example',
  'https:\\\\evil.example',
  'https://user@evil.example/',
  'https://user:secret@evil.example/',
  'https://radio.example\\@evil.example/',
  'https://radio.example/a b',
  'https://radio.example/a\u2028b',
  'https://radio.example/\uD800',
  'https://exa\u0000mple/',
  'https://[::1',
  'https://radio.example:99999/',
  `https://radio.example/${'a'.repeat(LINK_MAX)}`,
  `https://radio.example/${'ñ'.repeat(500)}`,
  'mailto:',
  'mailto:desk',
  'mailto:desk@paper.example?subject=x%0d%0aBcc:all@paper.example',
  'mailto:desk@paper.example%0aBcc:all@paper.example',
];

test('no link leads anywhere else, however it is written', () => {
  for (const href of hostile) assert.equal(checkLink(href), null, JSON.stringify(href));
});

test('where only the web will do, a mailbox is refused', () => {
  assert.equal(checkLink('mailto:desk@paper.example', WEB_SCHEMES), null);
});

test('a checked link is kept as it is when it is checked again', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (given) => {
        const link = checkLink(given);
        if (link === null) return;
        assert.equal(checkLink(link), link);
        assert.match(link, /^(https?:\/\/[^/]|mailto:[^@]+@)/);
      },
    ),
  );
});

test('a picture lies on the web or at a path of this site', () => {
  assert.equal(checkImageSource('/media/a.jpg?w=640'), '/media/a.jpg?w=640');
  assert.equal(checkImageSource('https://agency.example/a.jpg'), 'https://agency.example/a.jpg');
  assert.equal(checkImageSource('/media/../media/a.jpg'), '/media/a.jpg');
});

test('no path of this site can turn into another host', () => {
  const others = [
    '//evil.example/a.jpg',
    '/\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/\t/evil.example',
    '/ /evil.example',
    '\\\\evil.example',
    '../a.jpg',
    'mailto:a@b.example',
    'data:image/png;base64,AA',
    'javascript:alert(1)',
    '',
    `/${'a'.repeat(LINK_MAX)}`,
  ];
  for (const src of others) assert.equal(checkImageSource(src), null, JSON.stringify(src));
});

test('a reader knows a host without its www', () => {
  assert.equal(hostOf('https://www.radio.example:8080/a'), 'radio.example');
});
