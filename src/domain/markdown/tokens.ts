import Token from 'markdown-it/lib/token.mjs';

/** The tokens of a paragraph that holds these. */
export function paragraphOf(children: Token[]): Token[] {
  const inline = new Token('inline', '', 0);
  inline.children = children;
  return [new Token('paragraph_open', 'p', 1), inline, new Token('paragraph_close', 'p', -1)];
}

export function textToken(content: string): Token {
  const token = new Token('text', '', 0);
  token.content = content;
  return token;
}

/** The text of inline tokens, without their marks; a line break in the source is a space. */
export function textOf(children: readonly Token[]): string {
  return children.map((token) => (token.type === 'softbreak' ? ' ' : token.content)).join('');
}
