import { storyPath } from '../../domain/addresses.ts';
import { outletKey } from '../../domain/find/outlets.ts';
import { SOUGHT_MAX, termsOf } from '../../domain/find/sought.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { renderNames } from '../../render/names.ts';
import type { NamedOften } from '../../storage/storage.ts';
import { isFiltered, pagePath, UPDATES, WHOLE, type Place } from '../story-place.ts';
import type { Shown } from './story-updates.ts';

/** Counted no further: a page's cost does not grow with its story. */
const COUNTED = 1000;

/** A form that needs no script; folded away until it is wanted or in use. */
export function renderFilters(view: Shown, place: Place): Html {
  const { language, names, story } = view;
  const { only, author, outlet, q, order } = place;
  const fields = [
    order !== WHOLE.order && html`<input type="hidden" name="order" value="${order}">`,
    html`<label><span>${language.say('filters.words')}</span><input type="search" name="q" value="${q ?? ''}" maxlength="${SOUGHT_MAX}" autocomplete="off"></label>`,
    renderChoice(view, 'author', author, names?.authors ?? []),
    renderChoice(view, 'outlet', nameOfOutlet(names?.outlets ?? [], outlet), names?.outlets ?? []),
    html`<label class="tick"><input type="checkbox" name="only" value="key"${attribute('checked', only === null ? null : '')}><span>${language.say('filters.key')}</span></label>`,
    html`<button>${language.say('filters.show')}</button>`,
  ];
  return html`<details class="filters"${attribute('open', isFiltered(place) ? '' : null)}><summary>${language.say('filters.heading')}</summary><form action="${storyPath(story.slug)}${UPDATES}" role="search" aria-label="${language.say('filters.heading')}">${fields}</form></details>`;
}

/** The group is the same on every page of the story, and sent anew when a name comes or goes; what is chosen stands before it. */
function renderChoice(
  { language }: Shown,
  field: 'author' | 'outlet',
  chosen: string | null,
  names: NamedOften[],
): Html {
  const part = `${field}s` as const;
  const selected = chosen !== null && html`<option value="${chosen}" selected>${chosen}</option>`;
  const group = html`<optgroup label="${language.say(`filters.${part}`)}" data-part="${part}">${renderNames(language, names)}</optgroup>`;
  return html`<label><span>${language.say(`filters.${field}`)}</span><select name="${field}"><option value="">${language.say('filters.any')}</option>${selected}${group}</select></label>`;
}

/** As the newsroom spells it, however the address does. */
function nameOfOutlet(outlets: NamedOften[], asked: string | null): string | null {
  if (asked === null) return null;
  const key = outletKey(asked);
  return outlets.find((outlet) => outlet.key === key)?.name ?? asked;
}

/** What is shown now, how much that is, and the way back to everything. */
export function renderFound(view: Shown, place: Place): Html | null {
  if (!isFiltered(place)) return null;
  const { language, story, names } = view;
  const { only, author, outlet, q } = place;
  const drop = (label: Html, without: Partial<Place>): Html =>
    html` <a class="chip" href="${pagePath(story.slug, { ...place, ...without, after: null })}${UPDATES}">${label} <span aria-hidden="true">×</span><span class="spoken"> – ${language.say('filters.without')}</span></a>`;
  const chips = [
    only !== null && drop(html`${language.say('filters.key')}`, { only: null }),
    author !== null && drop(html`<bdi>${author}</bdi>`, { author: null }),
    outlet !== null && drop(html`<bdi>${nameOfOutlet(names?.outlets ?? [], outlet)}</bdi>`, { outlet: null }),
    q !== null && drop(html`“<bdi>${q}</bdi>”`, { q: null }),
  ];
  const all = pagePath(story.slug, { order: place.order });
  return html`<p class="found"><span>${countOf(view, q)}</span>${chips} <a class="all" href="${all}${UPDATES}">${language.say('filters.all')}</a></p>`;
}

function countOf({ language, matching = 0 }: Shown, q: string | null): string {
  if (q !== null && q.length > SOUGHT_MAX)
    return language.say('search.tooLong', { n: language.number(SOUGHT_MAX) });
  if (q !== null && termsOf(q).length === 0) return language.say('search.noWords');
  if (matching >= COUNTED) return language.say('filters.countedUpTo', { n: language.number(COUNTED) });
  return language.say('filters.counted', { n: matching });
}
