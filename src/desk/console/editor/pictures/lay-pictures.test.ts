import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import type { BlockJSON } from '../../../../domain/document.ts';
import { contentOf, emptyContent, fillDoc, partsOf } from '../../../shared/draft-doc.ts';
import type { MediaWire } from '../../../shared/wire.ts';
import { layPictures } from './lay-pictures.ts';

const media = (src: string): MediaWire =>
  ({ src, alt: null, caption: 'Cars.', credit: 'AP', shown: { width: 640, height: 480 } }) as MediaWire;

/** A text of these paragraphs; an empty one has no words. */
function aText(...paragraphs: string[]): Y.XmlFragment {
  const doc = new Y.Doc();
  const content = paragraphs.map((text): BlockJSON => {
    return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] };
  });
  fillDoc(doc, { ...emptyContent(), body: { type: 'doc', content } });
  return partsOf(doc).body;
}

/** A place in the words of a block, as the caret's. */
function within(text: Y.XmlFragment, block: number, letter: number): Y.RelativePosition {
  const paragraph = text.get(block) as Y.XmlElement;
  const words = paragraph.length > 0 ? (paragraph.get(0) as Y.XmlText) : paragraph;
  return Y.createRelativePositionFromTypeIndex(words, letter);
}

type Read = { type: string; content?: Read[]; text?: string };
const told = ({ type, content = [], text }: Read): string =>
  text ?? (content.length > 0 ? `${type}(${content.map(told).join('|')})` : type);
const blocksOf = (text: Y.XmlFragment): string =>
  (contentOf(text.doc!).body.content as Read[]).map(told).join(' ');

test('a picture that comes when no editor shows the text stands behind the block it was given to', () => {
  const text = aText('One.', 'Two.');
  layPictures(text, within(text, 0, 2), [media('/media/a')]);
  assert.equal(blocksOf(text), 'paragraph(One.) image paragraph(Two.)');
  const image = contentOf(text.doc!).body.content[1];
  assert.ok(image?.type === 'image');
  assert.deepEqual(image.attrs, {
    src: '/media/a',
    alt: null,
    caption: 'Cars.',
    credit: 'AP',
    width: 640,
    height: 480,
  });
});

test('in place of an empty line; and behind the last one there is a line to write in', () => {
  const empty = aText('One.', '');
  layPictures(empty, within(empty, 1, 0), [media('/media/a')]);
  assert.equal(blocksOf(empty), 'paragraph(One.) image paragraph');
  const last = aText('One.');
  layPictures(last, within(last, 0, 4), [media('/media/a')]);
  assert.equal(blocksOf(last), 'paragraph(One.) image paragraph');
});

test('several are a gallery', () => {
  const text = aText('One.', 'Two.');
  layPictures(text, within(text, 0, 0), [media('/media/a'), media('/media/b')]);
  assert.equal(blocksOf(text), 'paragraph(One.) gallery(image|image) paragraph(Two.)');
});

test('what others write meanwhile moves the place along; where its block is gone the picture is still there', () => {
  const text = aText('One.', 'Two.', 'Three.');
  const place = within(text, 1, 1);
  text.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
  layPictures(text, place, [media('/media/a')]);
  assert.equal(blocksOf(text), 'paragraph paragraph paragraph(One.) paragraph(Two.) image paragraph(Three.)');
  const gone = aText('One.', 'Two.', 'Three.');
  const lost = within(gone, 1, 1);
  gone.delete(1, 1);
  layPictures(gone, lost, [media('/media/a')]);
  assert.match(blocksOf(gone), /\bimage\b/);
  assert.match(blocksOf(gone), /paragraph\(One\.\).*paragraph\(Three\.\)/);
});

test('a text nobody has written in yet takes it too', () => {
  const text = partsOf(new Y.Doc()).body;
  layPictures(text, Y.createRelativePositionFromTypeIndex(text, 0), [media('/media/a')]);
  assert.equal(blocksOf(text), 'image paragraph');
});
