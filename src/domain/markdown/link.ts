import type Token from 'markdown-it/lib/token.mjs';
import { checkLink } from '../links.ts';
import { textToken } from './tokens.ts';

/** A link to a path of this site (which only pictures may have) becomes its text with the path behind it. */
export function plainForeignLinks(tokens: Token[]): Token[] {
  for (const token of tokens) if (token.children) token.children = plain(token.children);
  return tokens;
}

function plain(children: Token[]): Token[] {
  let refused: string | null = null;
  return children.flatMap((token) => {
    if (token.type === 'link_open') {
      const href = token.attrGet('href') ?? '';
      refused = checkLink(href) === null ? href : null;
      return refused === null ? [token] : [];
    }
    if (token.type !== 'link_close' || refused === null) return [token];
    const behind = textToken(` (${refused})`);
    refused = null;
    return [behind];
  });
}
