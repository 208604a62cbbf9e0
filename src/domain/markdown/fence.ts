import Token from 'markdown-it/lib/token.mjs';
import { paragraphOf } from './tokens.ts';

/** Fenced code as a paragraph set as code, a line break where it has a line: the schema knows no code block. */
export function fencesAsCode(tokens: Token[]): Token[] {
  return tokens.flatMap((token) =>
    token.type === 'fence' ? paragraphOf(codeLines(token.content)) : [token],
  );
}

function codeLines(code: string): Token[] {
  return code
    .replace(/\n$/, '')
    .split('\n')
    .flatMap((line, index) =>
      index === 0 ? [codeLine(line)] : [new Token('hardbreak', 'br', 0), codeLine(line)],
    );
}

function codeLine(content: string): Token {
  const token = new Token('code_inline', 'code', 0);
  token.content = content;
  return token;
}
