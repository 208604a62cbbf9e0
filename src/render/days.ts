import { storyPath } from '../domain/addresses.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { StoryView } from './view.ts';

/** The way to the story's next day, and to the day before, where it goes on from one story to another. */
export function renderDays({ language, days }: StoryView): Html | null {
  if (!days?.next && !days?.previous) return null;
  const link = (slug: string | null, day: 'next' | 'previous'): Html | null =>
    slug === null
      ? null
      : html`<li><a href="${storyPath(slug)}" rel="${day === 'next' ? 'next' : 'prev'}">${language.say(`days.${day}`)}</a></li>`;
  return html`<ul class="days">${[link(days.next, 'next'), link(days.previous, 'previous')]}</ul>`;
}
