import { markdownToDocument } from '../../domain/markdown.ts';
import { renderDocument } from '../../render/document.ts';
import { html, type Html } from '../../render/html.ts';
import { languageOf } from '../../render/language.ts';

const language = languageOf(['en']);

/** Our own descriptions, written in markdown, through the same gate and renderer as everyone's. */
export function words(markdown: string): Html {
  const read = markdownToDocument(markdown);
  return read.type === 'document' ? renderDocument({ language }, read.document) : html`<p>${markdown}</p>`;
}
