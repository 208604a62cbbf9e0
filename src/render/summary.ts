import { updatePath } from '../domain/addresses.ts';
import type { SummaryLine } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { html, NOTHING } from './html.ts';
import type { Html } from './html.ts';
import { renderTimeSince, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

type SummaryView = Pick<StoryView, 'story' | 'language' | 'summarised'>;

/** The story so far, each line leading to the update it rests on. Of one that was retracted the line's words are gone too. */
export function renderSummary(view: SummaryView): Html {
  const { summary } = view.story.top;
  if (summary.length === 0) return NOTHING;
  const lines = summary.map((line) => renderLine(view, line));
  return html`<section class="so-far" aria-labelledby="so-far"><h2 id="so-far">${view.language.say('summary.heading')}</h2><ul>${lines}</ul></section>`;
}

function renderLine(view: SummaryView, { text, updateId }: SummaryLine): Html {
  const { story, language, summarised } = view;
  const update = summarised.find(({ id }) => id === updateId);
  if (!update) return html`<li dir="auto"${wordsLang(view)}>${text}</li>`;
  const path = updatePath(story.slug, update.id);
  if (update.status === 'retracted') {
    const mark = language.tell('summary.restedOnRetracted', { time: retractionTime(view, update) });
    return html`<li class="withdrawn"><a href="${path}">${mark}</a></li>`;
  }
  return html`<li dir="auto"${wordsLang(view)}><a href="${path}">${text}</a></li>`;
}

function retractionTime(view: SummaryView, { at, retractedAt }: Update): Html {
  return renderTimeSince(view, at, retractedAt ?? at);
}
