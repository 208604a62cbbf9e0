import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readJson } from './json.ts';

const read = (text: string) => readJson(Buffer.from(text));

test('whatever JSON writes is read back as it was', () => {
  const plain = fc.jsonValue({ noUnicodeString: false, maxDepth: 6 }).filter(isPlain);
  fc.assert(
    fc.property(plain, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      assert.deepEqual(read(text), { type: 'json', value: JSON.parse(text) });
    }),
  );
});

/** I-JSON leaves out half characters, and we leave out `__proto__`. */
function isPlain(value: unknown): boolean {
  const text = JSON.stringify(value);
  return !/\\ud[89a-f]/i.test(text) && text.isWellFormed() && !text.includes('__proto__');
}

test('a byte order mark before the text is passed over', () => {
  assert.deepEqual(read('\uFEFF{"a":1}'), { type: 'json', value: { a: 1 } });
});

const refused: [string, string | Uint8Array, string, RegExp][] = [
  ['a name twice', '{"a":1,"a":2}', '/a', /twice/],
  ['a name twice, once escaped', String.raw`{"ab":1,"\u0061b":2}`, '/ab', /twice/],
  ['a name twice, far from its colon', `{"a":1,"a"${' '.repeat(500)}:2}`, '/a', /twice/],
  ['a name twice deep inside', '{"x":[0,{"a":{"b":1,"b":1}}]}', '/x/1/a/b', /twice/],
  ['a name twice behind a string full of quotes', String.raw`{"a":"\"b\":{\\","a":2}`, '/a', /twice/],
  ['__proto__ as a name', '{"a":{"__proto__":{}}}', '/a/__proto__', /no name/],
  ['half a character in a value', String.raw`{"a":["\ud83d"]}`, '/a/0', /half a character/],
  ['half a character in a name', String.raw`{"\udc00":1}`, '/�', /half a character/],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), '', /UTF-8/],
  ['an overlong slash', Uint8Array.of(0x22, 0xc0, 0xaf, 0x22), '', /UTF-8/],
  ['nesting without end', '['.repeat(300) + ']'.repeat(300), '', /nested/],
  ['an object that breaks off', '{"a":1', '', /not JSON/],
  ['a comment', '{} // no', '', /not JSON: look at character 4/],
  ['a single quote', "{'a':1}", '', /not JSON/],
  ['not a number', '{"a":NaN}', '', /not JSON/],
];

for (const [what, given, pointer, detail] of refused) {
  test(`a body with ${what} is refused where it is at fault`, () => {
    const result = readJson(typeof given === 'string' ? Buffer.from(given) : given);
    assert.ok(result.type === 'bad-json');
    assert.equal(result.pointer, pointer);
    assert.match(result.detail, detail);
  });
}

test('the same name may stand in two objects, and a value may look like a name', () => {
  const text = '{"a":{"x":1},"b":{"x":1},"c":["a","a"],"d":"a"}';
  assert.equal(read(text).type, 'json');
});

test('a megabyte of quotation marks and backslashes is read in one go', () => {
  const value = { words: '\\"'.repeat(250_000) };
  assert.deepEqual(read(JSON.stringify(value)), { type: 'json', value });
});
