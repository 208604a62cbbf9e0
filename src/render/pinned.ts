import { updatePath } from '../domain/addresses.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { renderPermalink, renderWords } from './update.ts';
import type { StoryView } from './view.ts';

/** A copy of the pinned update that can be folded away. The original keeps its id and its place among the updates. */
export function renderPinned(view: StoryView): Html {
  const { story, language, pinned } = view;
  if (pinned === null || pinned.status === 'retracted') return NOTHING;
  const { author, id } = pinned;
  // The author's page is linked at the original: whether it is recorded, a view of other updates does not know.
  const by = author !== null && html` <bdi class="by">${author}</bdi>`;
  const stamp = html`<p class="stamp">${renderPermalink(view, pinned)}${by}</p>`;
  const place = html`<p class="tools"><a href="${updatePath(story.slug, id)}">${language.say('pinned.inItsPlace')}</a></p>`;
  return html`<details class="pinned" open><summary><h2>${language.say('pinned.heading')}</h2></summary>${stamp}${renderWords(view, pinned)}${place}</details>`;
}
