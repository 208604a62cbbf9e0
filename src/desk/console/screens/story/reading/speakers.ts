import type { BlockJSON, DocumentJSON, StatementJSON } from '../../../../../domain/document.ts';
import { documentText } from '../../../../../render/document-text.ts';

/** A statement of an update: which one it is, who is said to have said it, and its words. */
export type Spoken = { at: number; speaker: string; words: string };

type Held = { content?: BlockJSON[] };

/** Every statement of a body, in the order of the text. */
export function spokenIn(body: DocumentJSON): Spoken[] {
  const spoken: Spoken[] = [];
  walk(body.content, (statement) => {
    const words = documentText({ type: 'doc', content: statement.content });
    spoken.push({ at: spoken.length, speaker: statement.attrs.speaker, words });
    return statement;
  });
  return spoken;
}

/** The body with one statement given to another speaker; what was said of the former one's role goes with them. */
export function withSpeaker(body: DocumentJSON, at: number, speaker: string): DocumentJSON {
  let seen = -1;
  const content = walk(body.content, (statement) => {
    seen += 1;
    return seen === at ? { ...statement, attrs: { ...statement.attrs, speaker, role: null } } : statement;
  });
  return { ...body, content };
}

function walk(blocks: BlockJSON[], turn: (statement: StatementJSON) => StatementJSON): BlockJSON[] {
  return blocks.map((block): BlockJSON => {
    if (block.type === 'statement') return turn(block);
    const { content } = block as Held;
    if (!content || block.type === 'paragraph' || block.type === 'heading' || block.type === 'gallery')
      return block;
    return { ...block, content: walk(content, turn) } as BlockJSON;
  });
}
