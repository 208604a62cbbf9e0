import * as Y from 'yjs';
import type { MediaWire } from '../../../shared/wire.ts';
import { imageAttributes } from './place-pictures.ts';

/** Puts pictures into a text that no editor shows, at the place and in the form in which one would (`placePictures`). */
export function layPictures(
  text: Y.XmlFragment,
  place: Y.RelativePosition,
  media: readonly MediaWire[],
): void {
  const doc = text.doc!;
  doc.transact(() => {
    const { index, block } = placeIn(text, doc, place);
    const isEmptyLine = block?.nodeName === 'paragraph' && lettersIn(block) === 0;
    if (isEmptyLine) text.delete(index, 1);
    const at = block && !isEmptyLine ? index + 1 : index;
    const images = media.map(imageOf);
    text.insert(at, [images.length === 1 ? images[0]! : elementOf('gallery', images)]);
    if (at === text.length - 1) text.insert(text.length, [elementOf('paragraph', [])]);
  });
}

type Place = {
  index: number;
  /** The one at this index that the place is within; null: it is between two. */
  block: Y.XmlElement | null;
};

/** Its end, where what stood round the place is gone. */
function placeIn(text: Y.XmlFragment, doc: Y.Doc, place: Y.RelativePosition): Place {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  if (found?.type === text) return { index: found.index, block: null };
  const blocks = text.toArray();
  let within: unknown = found?.type;
  while (within instanceof Y.AbstractType && within.parent !== text) within = within.parent;
  const index = blocks.findIndex((one) => one === within);
  const block = blocks[index];
  return block instanceof Y.XmlElement ? { index, block } : { index: text.length, block: null };
}

const lettersIn = (block: Y.XmlElement): number =>
  block.toArray().reduce((sum, child) => sum + (child instanceof Y.XmlText ? child.length : 1), 0);

function imageOf(media: MediaWire): Y.XmlElement {
  const image = new Y.XmlElement<Record<string, string | number>>('image');
  for (const [name, value] of Object.entries(imageAttributes(media)))
    if (value !== null) image.setAttribute(name, value);
  return image as Y.XmlElement;
}

function elementOf(name: string, children: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, children);
  return element;
}
