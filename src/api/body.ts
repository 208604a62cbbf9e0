import { checkDocument, type DocumentJSON } from '../domain/document.ts';
import type { Refusal } from '../domain/errors.ts';
import { markdownToDocument } from '../domain/markdown.ts';
import type { Outcome } from './endpoint.ts';

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

/** A command knows a body as a document; whoever sent markdown is told of that, at its place below `pointer`. */
export function asSent(outcome: Outcome, { markdown }: BodyInput, pointer = ''): Outcome {
  if (outcome.type !== 'invalid') return outcome;
  const known = pointer === '' ? '/document' : pointer;
  const errors = outcome.errors.map((error) => {
    const below = error.pointer.slice(known.length);
    if (!error.pointer.startsWith(known) || !below.startsWith('/content/')) return error;
    return { ...error, pointer: `${pointer}${markdown === undefined ? `/document${below}` : '/markdown'}` };
  });
  return { ...outcome, errors };
}
