import { SEARCH } from '../../domain/addresses.ts';
import { SOUGHT_MAX } from '../../domain/find/sought.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Language } from '../../render/language.ts';

/** Where words are typed to be looked for in all stories; it needs no script. */
export function renderSeek(language: Language, q = ''): Html {
  return html`<form class="seek" role="search" action="${SEARCH}" method="get"><label for="q">${language.say('search.label')}</label><input id="q" name="q" type="search" value="${q}" maxlength="${SOUGHT_MAX}" required><button>${language.say('search.submit')}</button></form>`;
}
