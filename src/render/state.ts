import type { Site } from '../domain/site.ts';
import type { Story } from '../domain/story.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';
import { renderTime } from './time.ts';

type WithState = {
  /** Whose sentence stands under live stories, where the newsroom has one of its own. */
  site?: Pick<Site, 'notice'>;
  story: Pick<Story, 'state' | 'pausedUntil' | 'zone' | 'placeZone' | 'openedAt'>;
  language: Language;
};

/** The badge: live, paused (until when, if that is known), ended. */
export function renderState(view: WithState): Html {
  const { story, language } = view;
  const until = story.state === 'paused' ? story.pausedUntil : null;
  const words =
    until === null
      ? language.tell(`state.${story.state}`)
      : language.tell('state.pausedUntil', { time: renderTime(view, until) });
  return html`<span class="state ${story.state}">${words}</span>`;
}

/** The standing notice: what the newsroom goes on doing, true to the state. */
export function renderStanding(view: WithState): Html {
  const { story, language, site } = view;
  const own = story.state === 'live' ? site?.notice : null;
  if (own) return html`<p class="standing" dir="auto">${own}</p>`;
  const until = story.state === 'paused' ? story.pausedUntil : null;
  const words =
    until === null
      ? language.tell(`standing.${story.state}`)
      : language.tell('standing.pausedUntil', { time: renderTime(view, until) });
  return html`<p class="standing">${words}</p>`;
}
