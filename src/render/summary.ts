import { updatePath } from '../domain/addresses.ts';
import type { SummaryLine } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { NOTHING, withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTimeSince, wordsLang } from './time.ts';
import type { StoryView } from './view.ts';

type SummaryView = Pick<StoryView, 'story' | 'summarised'>;

/** The story so far, each line leading to the update it rests on. Of one that was retracted the line's words are gone too. */
export function renderSummary(view: SummaryView): Html {
  const { summary } = view.story.top;
  if (summary.length === 0) return NOTHING;
  const lines = summary.map((line) => renderLine(view, line));
  return html`<section class="so-far" aria-labelledby="so-far"><h2 id="so-far">${sentences.storySoFar}</h2><ul>${lines}</ul></section>`;
}

function renderLine({ story, summarised }: SummaryView, { text, updateId }: SummaryLine): Html {
  const update = summarised.find(({ id }) => id === updateId);
  if (!update) return html`<li dir="auto"${wordsLang(story)}>${text}</li>`;
  const path = updatePath(story.slug, update.id);
  if (update.status === 'retracted') {
    const mark = withMarkup(sentences.restedOnRetracted, retractionTime(story, update));
    return html`<li class="withdrawn"><a href="${path}">${mark}</a></li>`;
  }
  return html`<li dir="auto"${wordsLang(story)}><a href="${path}">${text}</a></li>`;
}

function retractionTime(story: StoryView['story'], { at, retractedAt }: Update): Html {
  return renderTimeSince(story, at, retractedAt ?? at);
}
