import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Language } from '../../render/language.ts';

/** Ways to hand a page on that need no script and no third party: its address, to copy, and a mail. */
export function renderShare(language: Language, heading: string, address: string, subject: string): Html {
  const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(address)}`;
  return html`<section class="hand-on" aria-labelledby="hand-on"><h2 id="hand-on">${heading}</h2><p><a class="share address" href="${address}" dir="ltr">${decodeURI(address)}</a></p><p><a class="mail" href="${mail}">${language.say('share.byMail')}</a></p></section>`;
}
