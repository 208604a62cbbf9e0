import { eventsPath, livePath, storyPath, updatePath } from '../../domain/addresses.ts';
import type { Update } from '../../domain/update.ts';
import { documentText } from '../../render/document-text.ts';
import { firstWords, nameOf } from '../../render/first-words.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { renderState } from '../../render/state.ts';
import { placeClock, wordsLang } from '../../render/time.ts';
import { renderSection } from '../../render/top.ts';
import { renderUpdate } from '../../render/update.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { viewOf, type StoryView } from '../../render/view.ts';
import { updateCardLink } from '../card-facts.ts';
import { articleOf } from './preview.ts';
import { pagePath } from '../story-place.ts';
import { clockFacts, hasPlaceClock, renderClocks } from './clocks.ts';
import { renderPage, type Frame } from './shell.ts';
import { renderShare } from './share.ts';
import { updateData } from './structured-data.ts';

const DESCRIPTION = 160;

/** One update on a page of its own, and the way into its story. `onFirstPage`: it stands on the story's own page. */
export function updatePage(frame: Frame, snapshot: Snapshot, update: Update, onFirstPage: boolean): string {
  const view = viewOf(snapshot);
  const { story, seq, siteSeq, site, language } = view;
  const path = updatePath(story.slug, update.id);
  const title = update.status === 'retracted' ? language.say('update.retractedHeading') : nameOf(update);
  const main = html`<div class="alone">${[
    html`<div class="from"><p class="kicker">${renderState(view)}${renderSection(story)}</p><p class="from-label">${language.say('page.fromStory')}</p><h1 dir="auto"${wordsLang(view)}><a href="${storyPath(story.slug)}">${story.top.headline}</a></h1></div>`,
    html`<h2 class="spoken">${language.say('page.oneUpdate')}</h2>`,
    renderUpdate(view, update),
    renderPlaceClock(view, update),
    renderClocks(language, hasPlaceClock(story)),
    html`<p class="into"><a href="${wayIn(snapshot, update, onFirstPage)}">${language.say('page.intoStory')}</a></p>`,
    update.status === 'published' &&
      renderShare(language, language.say('share.update'), frame.baseUrl + path, title),
  ]}</div>`;
  return renderPage(frame, {
    kind: 'update',
    script: 'story',
    title: `${title} – ${story.top.headline}`,
    description: descriptionOf(update),
    canonical: path,
    card: updateCardLink(view, update),
    article: articleOf(view, frame.baseUrl, update),
    head: updateData(view, update, frame.baseUrl),
    main,
    facts: {
      live: livePath(story.slug),
      events: eventsPath(story.slug),
      path: storyPath(story.slug),
      seq,
      'site-seq': siteSeq,
      state: story.state,
      grows: 'no',
      site: site.name,
      ...clockFacts(story),
    },
  });
}

/** To the update on the story's page; an older one begins a page of its own. */
function wayIn({ story }: Snapshot, { id, seq }: Update, onFirstPage: boolean): string {
  return `${pagePath(story.slug, { after: onFirstPage ? null : seq + 1 })}#u-${id}`;
}

function renderPlaceClock(view: StoryView, { at, timeKnown }: Update): Html | null {
  const place = timeKnown ? placeClock(view, at) : null;
  return place === null
    ? null
    : html`<p class="place-clock">${view.language.say('dates.placeClock', { time: place })}</p>`;
}

function descriptionOf({ body, retractionReason }: Update): string | null {
  const words = retractionReason ?? firstWords(documentText(body), DESCRIPTION);
  return words === '' ? null : words;
}
