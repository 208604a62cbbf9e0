import { checkDocument, type DocumentJSON } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import { markdownToDocument } from '../domain/markdown.ts';

/** A body as it comes in: one of the two, or none where it stays as it is. */
export type BodyInput = { markdown?: string; document?: unknown };

/** The body as a checked document, or its faults at their place below `pointer`. */
export function readBody(
  { markdown, document }: BodyInput,
  pointer = '',
): { type: 'body'; body: DocumentJSON | undefined } | Extract<Refusal, { type: 'invalid' }> {
  if (markdown === undefined && document === undefined) return { type: 'body', body: undefined };
  const [checked, name] =
    markdown === undefined
      ? [checkDocument(document), 'document']
      : [markdownToDocument(markdown), 'markdown'];
  if (checked.type === 'document') return { type: 'body', body: checked.document };
  const errors = checked.errors.map((error) => ({ ...error, pointer: `${pointer}/${name}${error.pointer}` }));
  return { type: 'invalid', errors };
}
