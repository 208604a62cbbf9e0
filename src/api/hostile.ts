// For tests: what no endpoint may take. Values are JSON texts, so that they can be what no serializer would write.

/** What a field holds, for as far as it decides what is wrong in it. */
export type Kind =
  | 'line'
  | 'lineOrNull'
  | 'text'
  | 'textOrNull'
  | 'markdown'
  | 'document'
  | 'flag'
  | 'object'
  | 'list'
  | 'state'
  | 'instant'
  | 'instantOrNull'
  | 'zone'
  | 'zoneOrNull'
  | 'lang'
  | 'slug'
  | 'addressOrNull'
  | 'true'
  | 'updateId'
  | 'mediaId'
  | 'idOrNull'
  | 'objectOrNull'
  | 'langOrNull'
  | 'colour'
  | 'colourOrNull'
  | 'font'
  | 'href'
  | 'contact';

const json = (value: unknown): string => JSON.stringify(value);
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

const ANY = {
  number: '7',
  'a fraction': '-0.5',
  'a huge number': '1e400',
  true: 'true',
  false: 'false',
  text: '"words"',
  'empty text': '""',
  list: '[]',
  'a list of text': '["a"]',
  object: '{}',
  'an object that would be text': '{"toString":"a","length":1}',
  null: 'null',
  'a deep list': deep(150),
  'a bottomless list': deep(5000),
  'half a character': String.raw`"a\ud800"`,
  'the other half': String.raw`"\udfffa"`,
};

type Wrong = Record<string, string>;

const without = (...names: (keyof typeof ANY)[]): Wrong =>
  Object.fromEntries(Object.entries(ANY).filter(([name]) => !(names as string[]).includes(name)));

const LINES: Wrong = {
  'a NUL': json('a\0b'),
  'a line break': json('a\nb'),
  'an escape sequence': json('\u001B[31mred'),
  'a C1 control': json('a\u0085b'),
  'a line separator': json('a\u2028b'),
  'a forbidden code point': json('a\uFFFFb'),
  'a megabyte of words': json('word '.repeat(30_000)),
};

const BLANK: Wrong = {
  'white space': json(' \t '),
  'invisible letters': json('\u200B\u2060\u00AD'),
  'an override alone': json('\u202E'),
};

const TEXT: Wrong = {
  'white space': json(' \n\t '),
  'controls alone': json('\0\u0007\u001F'),
  'too many words': json('word '.repeat(3000)),
};

/** Names of zones that are none, and tricks. */
const ZONES: Wrong = {
  'no zone': json('Mars/Olympus_Mons'),
  'an offset': json('+05:00'),
  'a path': json('../../etc/passwd'),
  'a NUL': json('Europe/Lisbon\0'),
  'an endless zone': json(`Europe/${'L'.repeat(90)}`),
};

const INSTANTS: Wrong = {
  'no instant': json('noon'),
  'a day': json('2019-02-30'),
  'no offset': json('2019-02-28T05:05:00'),
  'a day that is none': json('2019-02-30T00:00:00Z'),
  'an hour that is none': json('2019-02-28T25:00:00Z'),
  milliseconds: '1551330300000',
  'a year beyond text order': json('+012345-01-01T00:00:00Z'),
  'a year before the first': json('0000-01-01T00:00:00+01:00'),
  'a zone in brackets': json('2019-02-28T05:05:00Z[Europe/Lisbon]'),
};

const COLOURS: Wrong = {
  'a name': json('red'),
  'three digits': json('#fff'),
  'a style sheet': json('#ffffff;}body{display:none'),
  'an address': json('url(https://evil.example)'),
};

/** By kind of field, what is wrong in it, and the JSON of it. */
export const wrongValues: Record<Kind, Wrong> = {
  line: { ...without('text'), ...LINES, ...BLANK },
  lineOrNull: { ...without('text', 'empty text', 'null'), ...LINES },
  text: { ...without('text'), ...TEXT },
  textOrNull: { ...without('text', 'empty text', 'null'), 'too many words': TEXT['too many words'] ?? '' },
  markdown: {
    ...without('text', 'empty text'),
    'more than a document holds': json('word '.repeat(50_000)),
    'quotations without end': json('> '.repeat(5000)),
  },
  document: { ...ANY, 'a document of nothing': '{"type":"doc","content":[]}' },
  flag: without('true', 'false'),
  object: without('object'),
  list: without('list', 'a list of text'),
  state: { ...ANY, 'a state there is not': '"dead"', 'a state in capitals': '"LIVE"' },
  instant: { ...ANY, ...INSTANTS },
  instantOrNull: { ...without('null'), ...INSTANTS, 'the past': json('1999-01-01T00:00:00Z') },
  zone: { ...ANY, ...ZONES },
  zoneOrNull: { ...without('null'), ...ZONES },
  lang: {
    ...without('text'),
    words: json('English, please'),
    'a NUL': json('en\0'),
    'an endless tag': json('en-'.repeat(40)),
  },
  langOrNull: { ...without('text', 'null'), words: json('English, please'), 'a NUL': json('en\0') },
  slug: {
    ...without('text'),
    'the site’s own': json('site'),
    capitals: json('No-Deal'),
    'a slash': json('a/b'),
    dots: json('..'),
    'a space': json('no deal'),
    'hyphens alone': json('---'),
    'a NUL': json('no-deal\0'),
    'an endless slug': json('a'.repeat(81)),
    'an address': json('https://evil.example'),
  },
  addressOrNull: {
    ...without('null'),
    'a story there is not': json('nowhere'),
    'this story itself': json('the-barrier-holds'),
    'a NUL': json('no-deal\0'),
    'an endless slug': json('a'.repeat(91)),
  },
  true: without('true'),
  mediaId: {
    ...ANY,
    'a picture there is not': json('01a20f41-25df-779b-a2a5-66107dc5978b'),
    'a path': json('../../etc/passwd'),
    'an endless id': json('0'.repeat(500)),
  },
  updateId: {
    ...without('null'),
    'an update there is not': json('01a20f41-25df-779b-a2a5-66107dc5978b'),
    'a NUL': json('01a20f41\0'),
    'an endless id': json('0'.repeat(500)),
  },
  idOrNull: { ...without('null'), 'an endless id': json('0'.repeat(500)) },
  objectOrNull: without('null'),
  colour: { ...ANY, ...COLOURS },
  colourOrNull: { ...without('null'), ...COLOURS },
  font: { ...ANY, 'a font from elsewhere': json('Comic Sans, url(https://evil.example)') },
  href: {
    ...ANY,
    'a script': json('javascript:alert(1)'),
    'another host': json('//evil.example'),
    'a way up': json('/..//evil.example'),
    'a password': json('https://a:b@evil.example'),
  },
  contact: {
    ...without('empty text', 'null'),
    'a script': json('javascript:alert(1)'),
    'a header': json('a@b.example?cc=x%0d%0abcc=y'),
  },
};

/** Whole bodies that no endpoint takes. */
export const wrongBodies: Record<string, string | Uint8Array> = {
  nothing: '',
  'white space': ' \n ',
  null: 'null',
  'a list': '[]',
  'a list of bodies': '[{"headline":"a"}]',
  'a string': '"headline"',
  'a number': '5',
  true: 'true',
  'an empty object': '{}',
  'half an object': '{"headline":"a"',
  'an object and more': '{"headline":"a"}{}',
  'a trailing comma': '{"headline":"a",}',
  'single quotes': "{'headline':'a'}",
  'a comment': '{"headline":"a"} // hello',
  'not a number': '{"headline":NaN}',
  'a raw line break in text': '{"headline":"a\nb"}',
  'a raw NUL': '{"headline":"a\0b"}',
  'a field twice':
    '{"headline":"a","headline":"b","dek":"c","was":"a","is":"b","reason":"r","name":"n","title":"t"}',
  'a field there is not': '{"headline":"a","publishedAt":"2019-02-28T05:00:00Z"}',
  'a field of the store': '{"id":"x","version":9,"seq":1,"storyId":"y","status":"published"}',
  'a __proto__ field': '{"__proto__":{"headline":"a"}}',
  'a constructor field': '{"constructor":{"prototype":{"admin":true}}}',
  'a field without name': '{"":"a"}',
  'ten thousand fields': JSON.stringify(
    Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`f${at}`, at])),
  ),
  'a field with an endless name': JSON.stringify({ ['x'.repeat(100_000)]: 1 }),
  'a bottomless object': '{"a":'.repeat(3000) + '1' + '}'.repeat(3000),
  'a hundred thousand brackets': deep(100_000),
  'brackets that never close': '['.repeat(100_000),
  'bytes that are no text': Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d),
  'an overlong character': Uint8Array.of(0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d),
  'UTF-16': Buffer.from('{"headline":"a"}', 'utf16le'),
  'a gzip file': Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
  XML: '<story><headline>a</headline></story>',
  'a form': 'headline=a&dek=b',
  'a multipart form': '--x\r\nContent-Disposition: form-data; name="headline"\r\n\r\na\r\n--x--\r\n',
  'ten megabytes': JSON.stringify({ headline: 'x'.repeat(10_000_000) }),
};

/** Content types no body comes in. */
export const wrongTypes: string[] = [
  'text/plain',
  'text/html',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json-patch+json',
  'application/jsonx',
  'application/json; charset=utf-16',
  'application/json; charset=latin1',
  'application/json, text/plain',
  'json',
  '*/*',
  'application/',
  ';',
];

/** Parts of a path that name nothing, as they stand in the address. */
export const wrongNames: string[] = [
  'nowhere',
  'site',
  '__proto__',
  'constructor',
  'toString',
  '.',
  '..',
  '...',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%2Fetc%2Fpasswd',
  '..%5c..%5cwindows',
  '%00',
  'no-deal%00',
  '%0d%0aSet-Cookie:%20a=b',
  '%',
  '%zz',
  '%e4',
  '%c0%ae%c0%ae',
  '%ed%a0%80',
  '%ff%fe',
  '%F0%9F%94%A5',
  '%E2%80%AE',
  "'%20or%20'1'='1",
  '%27;drop%20table%20stories;--',
  '%25',
  '*',
  ':slug',
  '{slug}',
  '%20',
  'a'.repeat(999),
  'a'.repeat(1500),
  '%E4%B8%AD'.repeat(300),
  '1',
  'null',
  'undefined',
  '[object%20Object]',
];

/** Queries no list takes. */
export const wrongQueries: string[] = [
  'limit=0',
  'limit=-1',
  'limit=201',
  'limit=1.5',
  'limit=1e2',
  'limit=0x10',
  'limit=ten',
  'limit=',
  'limit=%20',
  'limit=NaN',
  'limit=Infinity',
  `limit=${'9'.repeat(400)}`,
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a]=1',
  'Limit=1',
  'offset=0',
  'q=a',
  '__proto__=1',
  '__proto__[limit]=1',
  'constructor=1',
  'toString=1',
  'cursor=',
  'cursor=1',
  'cursor=%00',
  'cursor=%ff',
  'cursor=%',
  'cursor=..%2f..%2f',
  'cursor=AAAA',
  'cursor=b2xkZXN0IDA',
  'cursor=b2xkZXN0IDE=',
  'cursor=b2xkZXN0IDE%3D',
  'cursor=b2xkZXN0IC0x',
  'cursor=b2xkZXN0IDFlOQ',
  'cursor=bmV3ZXN0',
  `cursor=${'A'.repeat(201)}`,
  `cursor=${'A'.repeat(5000)}`,
  'cursor=a&cursor=b',
  "cursor=' or 1=1 --",
  'order=sideways',
  'order=',
  'order=OLDEST',
  'order=oldest&order=newest',
];

/** Values of `If-Match` that are no list of entity tags. */
export const wrongIfMatch: string[] = [
  '3',
  '',
  ' ',
  ',',
  '"3',
  '3"',
  '"3" "4"',
  "'3'",
  '*, "3"',
  '"3", *',
  '**',
  'w/"3"',
  'null',
  '"a b',
  '"3";q=1',
  '"1",2',
];

/** Keys no request can be sent again by. */
export const wrongKeys: string[] = ['', 'k'.repeat(201), 'ké', 'a\tb', '\u00A0', 'x'.repeat(10_000)];

/** What does not say who asks. */
export const wrongTokens: string[] = [
  '',
  'Bearer',
  'Bearer wt_',
  'Bearer null',
  `Bearer ${'A'.repeat(43)}`,
  `Bearer wt_${'A'.repeat(42)}`,
  `Bearer wt_${'A'.repeat(43)}`,
  `Bearer wt_${'A'.repeat(5000)}`,
  `Bearer wt_${'A'.repeat(42)}'`,
  `bearer wt_${'A'.repeat(43)}`,
  `Token wt_${'A'.repeat(43)}`,
  `wt_${'A'.repeat(43)}`,
  'Basic YWRtaW46YWRtaW4=',
  'Digest username="admin"',
  "Bearer ' or 1=1 --",
];
