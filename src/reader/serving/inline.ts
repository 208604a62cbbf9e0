import { createHash } from 'node:crypto';
import { html, trustedHtml } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';

/** A script or style sheet that stands in the page itself, and the source a policy lets it in by (CSP 3 §2.3.1). */
export type Inline = { element: Html; source: string };

/** A module that runs when the page was read. The text is ours; throws where it would end its element. */
export function inlineScript(text: string): Inline {
  return { element: html`<script type="module">${contained(text)}</script>`, source: sourceOf(text) };
}

/** The same for a style sheet; `id` is for who exchanges it later. */
export function inlineStyle(text: string, id?: string): Inline {
  const css = contained(text);
  const element = id === undefined ? html`<style>${css}</style>` : html`<style id="${id}">${css}</style>`;
  return { element, source: sourceOf(text) };
}

function contained(text: string): Html {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('what stands in a page would end its element');
  return trustedHtml(text);
}

const sourceOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
