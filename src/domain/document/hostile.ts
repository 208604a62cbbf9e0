// For tests: shorthand for documents, and those that must be refused everywhere.

export const text = (words: string, ...marks: unknown[]) => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
export const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
export const doc = (...content: unknown[]) => ({ type: 'doc', content });
const item = { type: 'list_item', content: [paragraph()] };
export const statement = (attrs: object, ...content: unknown[]) => ({ type: 'statement', attrs, content });
const link = (href: unknown) => ({ type: 'link', attrs: { href } });

/** Documents no way in may take: what is wrong, what was given, and the pointer of the fault that must be named. */
export const refusedDocuments: [string, unknown, string][] = [
  ['nothing', undefined, ''],
  ['null', null, ''],
  ['a string', 'No deal', ''],
  ['an array', [], ''],
  ['an object without a type', {}, '/type'],
  ['a root that is not doc', paragraph(text('a')), '/type'],
  ['a text as the root', text('a'), '/type'],
  ['a document without content', { type: 'doc' }, '/content'],
  ['an empty document', doc(), '/content'],
  ['content that is an object', { type: 'doc', content: { 0: paragraph() } }, '/content'],
  ['content that is a string', { type: 'doc', content: 'paragraph' }, '/content'],
  ['a child that is null', doc(null), '/content/0'],
  ['a node of no known type', doc(paragraph(), { type: 'script' }), '/content/1/type'],
  ['a node named like an object’s own member', doc({ type: 'constructor' }), '/content/0/type'],
  ['a node named __proto__', doc({ type: '__proto__' }), '/content/0/type'],
  ['a node whose type is a number', doc({ type: 1 }), '/content/0/type'],
  ['a document within the document', doc(doc(paragraph())), '/content/0'],
  ['text beside paragraphs', doc(text('a')), '/content/0'],
  ['a paragraph in a paragraph', doc(paragraph(text('a'), paragraph())), '/content/0/content/1'],
  ['a list without items', doc({ type: 'bullet_list' }), '/content/0/content'],
  [
    'a paragraph straight in a list',
    doc({ type: 'bullet_list', content: [paragraph()] }),
    '/content/0/content/0',
  ],
  ['a statement of no words', doc(statement({ speaker: 'Ana Ruiz' })), '/content/0/content'],
  ['a heading in a statement', doc(statement({ speaker: 'A' }, { type: 'heading' })), '/content/0/content/0'],
  [
    'a picture within a line',
    doc(paragraph({ type: 'image', attrs: { src: '/a.jpg' } })),
    '/content/0/content/0',
  ],
  ['a rule with content', doc({ type: 'horizontal_rule', content: [] }), '/content/0/content'],
  ['a member no node has', doc({ type: 'paragraph', onclick: 'alert(1)' }), '/content/0/onclick'],
  ['a member with a slash and a tilde', doc({ type: 'paragraph', 'a/b~c': 1 }), '/content/0/a~1b~0c'],
  [
    'a __proto__ member',
    JSON.parse('{"type":"doc","content":[{"type":"paragraph","__proto__":{"a":1}}]}'),
    '/content/0/__proto__',
  ],
  [
    'a __proto__ attribute',
    JSON.parse('{"type":"doc","content":[{"type":"heading","attrs":{"__proto__":{"level":2}}}]}'),
    '/content/0/attrs/__proto__',
  ],
  [
    'attributes where there are none',
    doc({ type: 'paragraph', attrs: { style: 'color:red' } }),
    '/content/0/attrs/style',
  ],
  ['attributes on text', doc(paragraph({ ...text('a'), attrs: {} })), '/content/0/content/0/attrs'],
  ['an attribute too many', doc({ type: 'heading', attrs: { level: 2, id: 'a' } }), '/content/0/attrs/id'],
  ['attributes that are a list', doc({ type: 'heading', attrs: [2] }), '/content/0/attrs'],
  ['attributes that are null', doc({ type: 'heading', attrs: null }), '/content/0/attrs'],
  ['a heading of level 1', doc({ type: 'heading', attrs: { level: 1 } }), '/content/0/attrs/level'],
  ['a level written as text', doc({ type: 'heading', attrs: { level: '2' } }), '/content/0/attrs/level'],
  [
    'a list that starts at a half',
    doc({ type: 'ordered_list', attrs: { start: 0.5 }, content: [item] }),
    '/content/0/attrs/start',
  ],
  ['a statement by nobody', doc(statement({}, paragraph())), '/content/0/attrs/speaker'],
  ['a statement by an empty name', doc(statement({ speaker: ' ' }, paragraph())), '/content/0/attrs/speaker'],
  [
    'a speaker with a line break',
    doc(statement({ speaker: 'Ana\nRuiz' }, paragraph())),
    '/content/0/attrs/speaker',
  ],
  [
    'a speaker who is an object',
    doc(statement({ speaker: { toString: 1 } }, paragraph())),
    '/content/0/attrs/speaker',
  ],
  [
    'a role that is a list',
    doc(statement({ speaker: 'A', role: ['mayor'] }, paragraph())),
    '/content/0/attrs/role',
  ],
  [
    'an outlet with a control',
    doc(statement({ speaker: 'A', outlet: 'Radio\u0000' }, paragraph())),
    '/content/0/attrs/outlet',
  ],
  [
    'an endless medium',
    doc(statement({ speaker: 'A', medium: 'x'.repeat(201) }, paragraph())),
    '/content/0/attrs/medium',
  ],
  [
    'a language that is none',
    doc(statement({ speaker: 'A', lang: 'en" onload="x' }, paragraph())),
    '/content/0/attrs/lang',
  ],
  [
    'a statement’s script link',
    doc(statement({ speaker: 'A', link: 'javascript:alert(1)' }, paragraph())),
    '/content/0/attrs/link',
  ],
  ['a picture from nowhere', doc({ type: 'image', attrs: {} }), '/content/0/attrs/src'],
  [
    'a picture from a script',
    doc({ type: 'image', attrs: { src: 'javascript:alert(1)' } }),
    '/content/0/attrs/src',
  ],
  [
    'a picture within its address',
    doc({ type: 'image', attrs: { src: 'data:image/svg+xml,<svg/>' } }),
    '/content/0/attrs/src',
  ],
  [
    'a picture from another host',
    doc({ type: 'image', attrs: { src: '//evil.example/a' } }),
    '/content/0/attrs/src',
  ],
  ['a gallery of nothing', doc({ type: 'gallery' }), '/content/0/content'],
  ['a gallery of words', doc({ type: 'gallery', content: [paragraph(text('a'))] }), '/content/0/content/0'],
  [
    'a gallery in a gallery',
    doc({
      type: 'gallery',
      content: [{ type: 'gallery', content: [{ type: 'image', attrs: { src: '/a' } }] }],
    }),
    '/content/0/content/0',
  ],
  [
    'a picture in a gallery from a script',
    doc({ type: 'gallery', content: [{ type: 'image', attrs: { src: 'javascript:alert(1)' } }] }),
    '/content/0/content/0/attrs/src',
  ],
  [
    'a gallery with an endless caption',
    doc({
      type: 'gallery',
      attrs: { caption: 'x'.repeat(2001) },
      content: [{ type: 'image', attrs: { src: '/a' } }],
    }),
    '/content/0/attrs/caption',
  ],
  ['a picture of no width', doc({ type: 'image', attrs: { src: '/a', width: 0 } }), '/content/0/attrs/width'],
  [
    'a picture of endless height',
    doc({ type: 'image', attrs: { src: '/a', height: 1e308 } }),
    '/content/0/attrs/height',
  ],
  [
    'an endless caption',
    doc({ type: 'image', attrs: { src: '/a', caption: 'x'.repeat(2001) } }),
    '/content/0/attrs/caption',
  ],
  [
    'an embed from a script',
    doc({ type: 'embed', attrs: { url: 'javascript:alert(1)' } }),
    '/content/0/attrs/url',
  ],
  [
    'an embed of a mailbox',
    doc({ type: 'embed', attrs: { url: 'mailto:a@b.example' } }),
    '/content/0/attrs/url',
  ],
  ['text that is a number', doc(paragraph({ type: 'text', text: 1 })), '/content/0/content/0/text'],
  ['text without text', doc(paragraph({ type: 'text' })), '/content/0/content/0/text'],
  ['text with content', doc(paragraph({ ...text('a'), content: [] })), '/content/0/content/0/content'],
  ['marks that are an object', doc(paragraph({ ...text('a'), marks: {} })), '/content/0/content/0/marks'],
  ['a mark that is a name', doc(paragraph(text('a', 'strong'))), '/content/0/content/0/marks/0'],
  [
    'a mark of no known type',
    doc(paragraph(text('a', { type: 'blink' }))),
    '/content/0/content/0/marks/0/type',
  ],
  [
    'a mark named __proto__',
    doc(paragraph(text('a', { type: '__proto__' }))),
    '/content/0/content/0/marks/0/type',
  ],
  ['a mark twice', doc(paragraph(text('a', { type: 'em' }, { type: 'em' }))), '/content/0/content/0/marks/1'],
  [
    'two links on one word',
    doc(paragraph(text('a', link('https://a.example'), link('https://b.example')))),
    '/content/0/content/0/marks/1',
  ],
  [
    'a mark with attributes it has not',
    doc(paragraph(text('a', { type: 'em', attrs: { class: 'x' } }))),
    '/content/0/content/0/marks/0/attrs/class',
  ],
  [
    'a mark with a member it has not',
    doc(paragraph(text('a', { type: 'em', href: 'x' }))),
    '/content/0/content/0/marks/0/href',
  ],
  ['a mark on a paragraph', doc({ ...paragraph(), marks: [{ type: 'em' }] }), '/content/0/marks/0'],
  ['a mark on the document', { ...doc(paragraph()), marks: [{ type: 'em' }] }, '/marks/0'],
  [
    'a link to a script',
    doc(paragraph(text('a'), text('b', { type: 'em' }, link('javascript:alert(1)')))),
    '/content/0/content/1/marks/1/attrs/href',
  ],
  [
    'a link to nowhere',
    doc(paragraph(text('a', { type: 'link' }))),
    '/content/0/content/0/marks/0/attrs/href',
  ],
  [
    'a link that is an object',
    doc(paragraph(text('a', link({ toString: 'https://a.example' })))),
    '/content/0/content/0/marks/0/attrs/href',
  ],
  [
    'a link with its password',
    doc(paragraph(text('a', link('https://u:p@a.example')))),
    '/content/0/content/0/marks/0/attrs/href',
  ],
];
