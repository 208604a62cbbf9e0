import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { renderUpdate } from '../../render/update.ts';
import type { StoryView } from '../../render/view.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { isFiltered, pagePath, UPDATES, type Order, type Place } from '../story-place.ts';
import { hasPlaceClock, renderClocks } from './clocks.ts';
import { renderFilters, renderFound } from './story-filters.ts';

export type Shown = Snapshot & StoryView;

/** A page of a story's updates: how they are ordered and filtered, the updates, and the ways to the pages beside it. */
export function renderUpdates(view: Shown, place: Place): Html {
  const { updates, language } = view;
  const articles = updates.map((update) => renderUpdate(view, update));
  const none = language.say(isFiltered(place) ? 'filters.none' : 'updates.none');
  // No white space in the list: `:empty` shows the sentence after it.
  return html`<section class="updates" aria-labelledby="updates-heading"><div class="updates-head"><h2 id="updates-heading">${language.say('updates.heading')}</h2>${renderOrder(view, place)}${renderClocks(language, hasPlaceClock(view.story))}</div>${renderFilters(view, place)}${renderFound(view, place)}<div id="updates">${articles}</div><p class="none">${none}</p>${renderPages(view, place)}</section>`;
}

function renderOrder({ story, language }: Shown, place: Place): Html {
  const link = (order: Order, label: string): Html => {
    const current = attribute('aria-current', order === place.order ? 'true' : null);
    return html`<a href="${pagePath(story.slug, { ...place, order, after: null })}${UPDATES}"${current}>${label}</a>`;
  };
  return html`<nav class="order" aria-label="${language.say('updates.order')}">${link('newest', language.say('updates.newestFirst'))} ${link('oldest', language.say('updates.oldestFirst'))}</nav>`;
}

/** Both links always stand, hidden where they lead nowhere: the page's script shows them when that changes. */
function renderPages({ story, language, updates, more }: Shown, place: Place): Html {
  const [onLabel, backLabel] =
    place.order === 'newest'
      ? (['updates.older', 'updates.toNewest'] as const)
      : (['updates.newer', 'updates.toFirst'] as const);
  const on = pagePath(story.slug, { ...place, after: updates.at(-1)?.seq ?? 0 });
  const back = pagePath(story.slug, { ...place, after: null });
  return html`<nav class="pages" aria-label="${language.say('updates.pages')}"><a class="back" href="${back}${UPDATES}"${hidden(place.after === null)}>${language.say(backLabel)}</a> <a class="onward" href="${on}${UPDATES}"${hidden(!more)}>${language.say(onLabel)}</a></nav>`;
}

const hidden = (is: boolean): Html => attribute('hidden', is ? '' : null);
