import type { Story } from '../domain/story.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { withMarkup } from './sentence.ts';
import { sentences } from './sentences.ts';
import { renderTime, stamp } from './time.ts';

type WithState = Pick<Story, 'state' | 'pausedUntil' | 'zone' | 'placeZone' | 'openedAt'>;

/** The badge: live, paused (until when, if that is known), ended. */
export function renderState(story: WithState): Html {
  const until = story.state === 'paused' ? story.pausedUntil : null;
  const words =
    until === null
      ? sentences.state[story.state]
      : withMarkup(sentences.pausedUntil, renderTime(story, until, stamp(story, until)));
  return html`<span class="state ${story.state}">${words}</span>`;
}

/** The standing notice: what the newsroom goes on doing, true to the state. */
export function renderStanding(story: WithState): Html {
  const until = story.state === 'paused' ? story.pausedUntil : null;
  const words =
    until === null
      ? sentences.standing[story.state]
      : withMarkup(sentences.standing.pausedUntil, renderTime(story, until, stamp(story, until)));
  return html`<p class="standing">${words}</p>`;
}
