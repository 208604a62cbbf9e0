import { html, trustedHtml } from './html.ts';
import type { Html } from './html.ts';

const PLACE = '\uE000';

/** A sentence of the catalogue with markup at the place of its one variable: the words stay whole for translators. */
export function withMarkup(sentence: (value: string) => string, markup: Html): Html {
  const [before = '', after = ''] = sentence(PLACE).split(PLACE);
  return html`${before}${markup}${after}`;
}

export const NOTHING: Html = trustedHtml('');
