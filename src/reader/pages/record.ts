import {
  correctionsPath,
  historyPath,
  HOW_WE_CORRECT,
  storyPath,
  updatePath,
} from '../../domain/addresses.ts';
import { isEmptyDocument } from '../../domain/document.ts';
import type { TopVersion } from '../../domain/story.ts';
import type { Correction, Update } from '../../domain/update.ts';
import { renderByline } from '../../render/author.ts';
import { renderCorrection } from '../../render/correction.ts';
import { renderDocument } from '../../render/document.ts';
import { nameOf } from '../../render/first-words.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { renderPhoto } from '../../render/photo.ts';
import { renderDated, renderTime, wordsLang } from '../../render/time.ts';
import type { StoryView } from '../../render/view.ts';
import { storyCardLink } from '../card-facts.ts';
import { renderPage, type Frame } from './shell.ts';

/** What is read for a story's record, all of one moment. */
export type Recorded = Pick<StoryView, 'story' | 'site' | 'language' | 'authors' | 'media'>;

/** Every version the top ever had, last first: headlines that turned stay to be seen, each with its time. */
export function historyPage(frame: Frame, view: Recorded, tops: TopVersion[]): string {
  const { language, story } = view;
  const versions = tops.toReversed();
  const main = html`${renderFrom(view, language.say('history.heading'))}<p class="dek">${language.say('history.intro')}</p><ol class="versions" reversed>${versions.map((version) => renderVersion(view, version, tops))}</ol>`;
  return renderPage(frame, {
    kind: 'record',
    title: `${language.say('history.heading')} – ${story.top.headline}`,
    canonical: historyPath(story.slug),
    noindex: true,
    card: storyCardLink(view),
    main,
  });
}

/** What was put right in a story, and what was taken back, last first. */
export function correctionsPage(
  frame: Frame,
  view: Recorded,
  corrections: Correction[],
  updates: Update[],
  retracted: Update[],
): string {
  const { language, story } = view;
  const entries = [
    ...corrections.map((correction) => ({
      at: correction.at,
      entry: html`${renderWay(view, correction.updateId, updates)}${renderCorrection(view, correction, story.openedAt)}`,
    })),
    ...retracted.map((update) => ({
      at: update.retractedAt ?? update.at,
      entry: html`${renderWay(view, update.id, [])}${renderRetraction(view, update)}`,
    })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const list = html`<ol class="versions">${entries.map(({ entry }) => html`<li>${entry}</li>`)}</ol>`;
  const none = html`<p>${language.say('corrections.none')}</p>`;
  const main = html`${renderFrom(view, language.say('corrections.heading'))}${entries.length > 0 ? list : none}<p class="into"><a href="${HOW_WE_CORRECT}">${language.say('corrections.how')}</a></p>`;
  return renderPage(frame, {
    kind: 'record',
    title: `${language.say('corrections.heading')} – ${story.top.headline}`,
    canonical: correctionsPath(story.slug),
    noindex: true,
    card: storyCardLink(view),
    main,
  });
}

function renderFrom(view: Recorded, heading: string): Html {
  const { language, story } = view;
  return html`<div class="from"><p class="from-label">${language.say('page.fromStory')}</p><p class="of" dir="auto"${wordsLang(view)}><a href="${storyPath(story.slug)}">${story.top.headline}</a></p></div><h1>${heading}</h1>`;
}

function renderVersion(view: Recorded, { version, at, top }: TopVersion, tops: TopVersion[]): Html {
  const { language, authors, story } = view;
  const before = tops.find((one) => one.version === version - 1)?.top;
  const isNew = before?.headline !== top.headline;
  const lang = wordsLang(view);
  const words = html`${[
    top.dek !== null && html`<p class="dek" dir="auto"${lang}>${top.dek}</p>`,
    top.byline.length > 0 && html`<p class="byline">${renderByline(language, top.byline, authors)}</p>`,
    renderPhoto({ ...view, story: { ...story, top } }, { first: false }),
    !isEmptyDocument(top.lead) && html`<div class="body"${lang}>${renderDocument(view, top.lead)}</div>`,
  ]}`;
  const mark =
    isNew && before ? html` <span class="mark">${language.say('history.newHeadline')}</span>` : null;
  return html`<li value="${version}"><p class="stamp"><b>${renderDated(view, at)}</b>${mark}</p><h2 dir="auto"${lang}>${top.headline}</h2><details><summary>${language.say('history.words')}</summary>${words}</details></li>`;
}

function renderRetraction(view: Recorded, { at, retractedAt, retractionReason }: Update): Html {
  const when = view.language.tell('update.retracted', { time: renderTime(view, retractedAt ?? at) });
  return html`<div class="correction"><p class="label">${when}</p><p class="why" dir="auto"${wordsLang(view)}>${retractionReason}</p></div>`;
}

/** To the update that was put right, by its time and name; one that was taken back has none, a correction of the top no update. */
function renderWay(view: Recorded, updateId: string | null, updates: Update[]): Html {
  const { story, language } = view;
  if (updateId === null)
    return html`<p class="stamp"><a href="${storyPath(story.slug)}">${language.say('corrections.ofTop')}</a></p>`;
  const update = updates.find(({ id, status }) => id === updateId && status === 'published');
  const name =
    update &&
    html`${update.timeKnown && html`${renderTime(view, update.at)} `}<bdi${wordsLang(view)}>${nameOf(update)}</bdi>`;
  return html`<p class="stamp"><a href="${updatePath(story.slug, updateId)}">${name ?? language.say('corrections.ofUpdate')}</a></p>`;
}
