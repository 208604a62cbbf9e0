import type * as Y from 'yjs';
import { documentText } from '../../../render/document-text.ts';
import { contentOf } from '../../shared/draft-doc.ts';

/** All that is written in drafts, as plain text for the clipboard. */
export const wordsOf = (docs: Y.Doc[]): string => docs.map(textOf).filter(Boolean).join('\n\n* * *\n\n');

function textOf(doc: Y.Doc): string {
  const { title, body, top } = contentOf(doc);
  const summary = (top?.summary ?? []).map(({ text }) => `- ${text}`).join('\n');
  return [title, top?.dek ?? '', documentText(body), summary].filter(Boolean).join('\n\n');
}
