import Token from 'markdown-it/lib/token.mjs';
import { checkImageSource } from '../links.ts';
import { textOf, textToken } from './tokens.ts';

/**
 * Pictures are blocks: one written within a paragraph stands before it where nothing was written ahead of it, else
 * behind it. A paragraph of nothing but pictures, two or more, is a gallery. A picture whose address cannot be one
 * (mailto) leaves its alternative text.
 */
export function imagesAsBlocks(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  let before: Token[] = [];
  let after: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'inline') ({ before, after } = takeImages(token));
    kept.push(token);
    if (before.length + after.length > 0 && isTextBlockEnd(token)) {
      const [open, inline, close] = kept.splice(-3);
      const alone = isBlank(inline);
      kept.push(
        ...(alone && before.length > 1 ? gallery(before) : before),
        ...(alone ? [] : [open, inline, close].filter((part) => part !== undefined)),
        ...after,
      );
      before = [];
      after = [];
    }
  }
  return kept;
}

function gallery(pictures: Token[]): Token[] {
  return [new Token('gallery_open', 'figure', 1), ...pictures, new Token('gallery_close', 'figure', -1)];
}

function isTextBlockEnd(token: Token): boolean {
  return token.type === 'paragraph_close' || token.type === 'heading_close';
}

/** Takes the pictures out of an inline token's children. */
function takeImages(inline: Token): { before: Token[]; after: Token[] } {
  const before: Token[] = [];
  const after: Token[] = [];
  const rest: Token[] = [];
  for (const child of inline.children ?? []) {
    if (child.type !== 'image') rest.push(child);
    else if (checkImageSource(child.attrGet('src') ?? '') === null)
      rest.push(textToken(textOf(child.children ?? [])));
    else (textOf(rest).trim() === '' ? before : after).push(picture(child));
  }
  inline.children = rest;
  return { before, after };
}

function picture(image: Token): Token {
  const token = new Token('image', 'img', 0);
  token.meta = {
    src: image.attrGet('src'),
    alt: textOf(image.children ?? []) || null,
    caption: image.attrGet('title') || null,
  };
  return token;
}

function isBlank(inline: Token | undefined): boolean {
  return textOf(inline?.children ?? []).trim() === '';
}
