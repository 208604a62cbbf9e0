import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockJSON } from './document.ts';
import { paragraph, text } from './document/hostile.ts';
import { SIZE_MAX } from './document/limits.ts';
import { markdownToDocument } from './markdown.ts';

function blocks(markdown: string): BlockJSON[] {
  const read = markdownToDocument(markdown);
  if (read.type === 'bad-document') throw new Error(JSON.stringify(read.errors));
  return read.document.content;
}

const link = (href: string, title: string | null = null) => ({ type: 'link', attrs: { href, title } });
const item = (...content: unknown[]) => ({ type: 'list_item', content });
const heading = (level: number, words: string) => ({
  type: 'heading',
  attrs: { level },
  content: [text(words)],
});
const image = (attrs: object) => ({
  type: 'image',
  attrs: { src: '', alt: null, caption: null, credit: null, width: null, height: null, ...attrs },
});

test('a reporter’s markdown becomes a body', () => {
  assert.deepEqual(
    blocks(
      'The talks **ended** _early_, ~~at two~~ at `01:30`, [CNN](https://cnn.example/a "Live") said.  \nMore soon.',
    ),
    [
      paragraph(
        text('The talks '),
        text('ended', { type: 'strong' }),
        text(' '),
        text('early', { type: 'em' }),
        text(', '),
        text('at two', { type: 'strike' }),
        text(' at '),
        text('01:30', { type: 'code' }),
        text(', '),
        text('CNN', link('https://cnn.example/a', 'Live')),
        text(' said.'),
        { type: 'hard_break' },
        text('More soon.'),
      ),
    ],
  );
});

test('headings keep within the page: the first level is the story’s own', () => {
  assert.deepEqual(blocks('# a\n\n## b\n\n### c\n\n#### d\n\n###### f'), [
    heading(2, 'a'),
    heading(2, 'b'),
    heading(3, 'c'),
    heading(4, 'd'),
    heading(4, 'f'),
  ]);
});

test('lists, rules and quotations are what they are in CommonMark', () => {
  assert.deepEqual(blocks('- one\n- two\n\n  3. three\n\n***\n\n> quoted\n>\n> twice'), [
    {
      type: 'bullet_list',
      content: [
        item(paragraph(text('one'))),
        item(paragraph(text('two')), {
          type: 'ordered_list',
          attrs: { start: 3 },
          content: [item(paragraph(text('three')))],
        }),
      ],
    },
    { type: 'horizontal_rule' },
    { type: 'blockquote', content: [paragraph(text('quoted')), paragraph(text('twice'))] },
  ]);
});

test('a fence is a paragraph set as code, and four spaces are just how it was pasted', () => {
  const code = { type: 'code' };
  assert.deepEqual(blocks('```\na <b>\n  c\n```\n\n    pasted'), [
    paragraph(text('a <b>', code), { type: 'hard_break' }, text('  c', code)),
    paragraph(text('pasted')),
  ]);
});

test('HTML is text', () => {
  assert.deepEqual(blocks('<script>alert(1)</script>\n\n<b onclick=x>a</b> &lt;i&gt;'), [
    paragraph(text('<script>alert(1)</script>')),
    paragraph(text('<b onclick=x>a</b> <i>')),
  ]);
});

test('a link to anywhere but the web or a mailbox stays the text it was', () => {
  const written = [
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT:alert(1))',
    '[a](data:text/html,x)',
    '[a](//evil.example)',
    '[a](https://u:p@evil.example)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '<vbscript:x>',
  ];
  for (const markdown of written) assert.deepEqual(blocks(markdown), [paragraph(text(markdown))]);
  assert.deepEqual(blocks('[a](java&#115;cript:alert(1))'), [paragraph(text('[a](javascript:alert(1))'))]);
  assert.deepEqual(blocks('[a][b]\n\n[b]: javascript:alert(1)'), [
    paragraph(text('[a][b]')),
    paragraph(text('[b]: javascript:alert(1)')),
  ]);
});

test('a link to a path of this site leaves its words and the path', () => {
  assert.deepEqual(blocks('see [the **first** story](/stories/no-deal) now'), [
    paragraph(text('see the '), text('first', { type: 'strong' }), text(' story (/stories/no-deal) now')),
  ]);
});

test('a title that cannot be one is left out, and one over two lines becomes one', () => {
  assert.deepEqual(
    blocks(`[a](https://a.example "${'x'.repeat(300)}") [b](https://b.example "two\nlines")`),
    [
      paragraph(
        text('a', link('https://a.example/')),
        text(' '),
        text('b', link('https://b.example/', 'two lines')),
      ),
    ],
  );
});

test('a picture is a block: before its paragraph where it stands first, behind it where it does not', () => {
  const first = image({ src: '/media/1.jpg', alt: 'An empty table', caption: 'The room' });
  const second = image({ src: 'https://agency.example/2.jpg', alt: 'a b' });
  assert.deepEqual(blocks('![An empty *table*](/media/1.jpg "The room")'), [first]);
  assert.deepEqual(
    blocks('![An empty table](/media/1.jpg "The room")\nwords ![a b](https://agency.example/2.jpg)'),
    [first, paragraph(text(' words ')), second],
  );
});

test('a paragraph of nothing but pictures is a gallery; with words beside them they stand alone', () => {
  const [one, two] = [image({ src: '/1.jpg', alt: 'one' }), image({ src: '/2.jpg', alt: 'two' })];
  const gallery = { type: 'gallery', attrs: { caption: null }, content: [one, two] };
  assert.deepEqual(blocks('![one](/1.jpg)\n![two](/2.jpg)'), [gallery]);
  assert.deepEqual(blocks('![one](/1.jpg) ![two](/2.jpg)'), [gallery]);
  assert.deepEqual(blocks('![one](/1.jpg)\n\n![two](/2.jpg)'), [one, two]);
  assert.deepEqual(blocks('![one](/1.jpg) and ![two](/2.jpg)'), [one, paragraph(text(' and ')), two]);
});

test('a picture in a heading, a list and a quotation is not lost', () => {
  const picture = image({ src: '/a.jpg', alt: 'a' });
  assert.deepEqual(blocks('# ![a](/a.jpg) Title'), [picture, heading(2, ' Title')]);
  assert.deepEqual(blocks('> ![a](/a.jpg)'), [{ type: 'blockquote', content: [picture] }]);
  assert.deepEqual(blocks('- words ![a](/a.jpg)'), [
    { type: 'bullet_list', content: [item(paragraph(text('words ')), picture)] },
  ]);
});

test('a picture at a mailbox leaves its alternative text', () => {
  assert.deepEqual(blocks('![the *room*](mailto:a@b.example)'), [paragraph(text('the room'))]);
});

test('a web address alone in its paragraph is a card; within words or a list it is text', () => {
  const url = 'https://video.example/watch?v=a_b_c&t=1';
  assert.deepEqual(blocks(`${url}\n\nsee ${url}\n\n- ${url}`), [
    { type: 'embed', attrs: { url, title: null, provider: null } },
    paragraph(text(`see ${url}`)),
    { type: 'bullet_list', content: [item(paragraph(text(url)))] },
  ]);
  assert.deepEqual(blocks('https://u:p@evil.example'), [paragraph(text('https://u:p@evil.example'))]);
  assert.deepEqual(blocks('<https://a.example/>'), [
    paragraph(text('https://a.example/', link('https://a.example/'))),
  ]);
});

test('no markdown is an empty body', () => {
  assert.deepEqual(blocks(''), [{ type: 'paragraph' }]);
  assert.deepEqual(blocks(' \n\u0000\n'), [{ type: 'paragraph' }]);
});

test('markdown that cannot be a document is refused whole, with what is wrong', () => {
  for (const markdown of [
    'x'.repeat(SIZE_MAX + 1),
    `${'> '.repeat(33)}deep`,
    `${'> '.repeat(5_000)}deep`,
    `${'- '.repeat(60)}deep`,
    '***\n'.repeat(30_000),
    'a\n\n'.repeat(60_000),
    '> a\n\n'.repeat(30_000),
  ]) {
    const read = markdownToDocument(markdown);
    if (read.type === 'document') assert.fail(`${markdown.slice(0, 20)}… was taken`);
    assert.deepEqual(
      read.errors.map((error) => error.pointer),
      [''],
    );
    assert.match(read.errors[0]?.detail ?? '', /^(the markdown holds|what it says cannot be a document)/);
  }
});
