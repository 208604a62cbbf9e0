import Token from 'markdown-it/lib/token.mjs';
import { checkLink, WEB_SCHEMES } from '../links.ts';

/** A web address that is all of a paragraph, outside lists and quotations, becomes an embed. */
export function addressesAsEmbeds(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    const url = token.type === 'paragraph_open' && token.level === 0 ? addressIn(tokens[index + 1]) : null;
    if (url === null) {
      kept.push(token);
    } else {
      kept.push(embed(url));
      index += 2;
    }
  }
  return kept;
}

function addressIn(inline: Token | undefined): string | null {
  const source = inline?.content.trim() ?? '';
  return /^https?:\/\/\S+$/i.test(source) ? checkLink(source, WEB_SCHEMES) : null;
}

function embed(url: string): Token {
  const token = new Token('embed', '', 0);
  token.meta = { url };
  return token;
}
