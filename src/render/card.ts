import { storyPath } from '../domain/addresses.ts';
import { detailsAt, shownRegion, type Media } from '../domain/media.ts';
import type { Story } from '../domain/story.ts';
import type { Update } from '../domain/update.ts';
import { documentText } from './document-text.ts';
import { firstWords, nameOf } from './first-words.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';
import { photoOf } from './photo.ts';
import { cardClass, classOf, renderPicture } from './picture.ts';
import { renderState } from './state.ts';
import { renderDated, wordsLang } from './time.ts';
import { renderSection } from './top.ts';

/** Characters of the latest update: two or three lines. */
const LATEST = 180;

/** Characters of the lead, which the styles show where a card has the room. */
const EXCERPT = 320;

export type CardView = {
  story: Story;
  language: Language;
  latest: Update | null;
  media?: readonly Media[];
};

/** A story on the front page: headline, state, section, and its latest line with its time. `data-updated` sorts it. */
export function renderCard(view: CardView): Html {
  const { story, language, latest } = view;
  const { id, slug, state, updatedAt, top } = story;
  const lang = wordsLang(view);
  const excerpt = firstWords(documentText(top.lead), EXCERPT);
  return html`<article class="card" id="s-${id}" lang="${language.tag}" dir="${language.dir}" data-state="${state}" data-updated="${updatedAt}">${[
    html`<p class="kicker">${renderState(view)}${renderSection(story)}</p>`,
    renderPhotoOf(view),
    html`<h2 dir="auto"${lang}><a href="${storyPath(slug)}">${top.headline}</a></h2>`,
    top.dek !== null && html`<p class="dek" dir="auto"${lang}>${top.dek}</p>`,
    excerpt !== '' && html`<p class="excerpt" dir="auto"${lang}>${excerpt}</p>`,
    latest === null ? renderOpened(view) : renderLatest(view, latest),
  ]}</article>`;
}

/** The lead picture without what is said of it: that stands with the story. The styles show it where a card has the room. */
function renderPhotoOf(view: CardView): Html | null {
  const { photo } = view.story.top;
  const media = photoOf(view);
  if (!photo || !media) return null;
  const shape = cardClass(shownRegion(media));
  const { alt } = detailsAt(photo, media);
  const picture = renderPicture(media, alt, { sizes: 'card', cut: shape === 'cut' });
  return html`<div${classOf('image', 'photo', shape)}>${picture}</div>`;
}

function renderLatest(view: CardView, latest: Update): Html {
  const words = html`<bdi class="words"${wordsLang(view)}>${nameOf(latest, LATEST)}</bdi>`;
  const time = latest.timeKnown && html`${renderDated(view, latest.at)} `;
  return html`<p class="latest">${time}${words}</p>`;
}

function renderOpened(view: CardView): Html {
  return html`<p class="latest">${view.language.tell('front.opened', { time: renderDated(view, view.story.openedAt) })}</p>`;
}
