import type { Story } from '../../domain/story.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Language } from '../../render/language.ts';

/**
 * Which clock the times are told by, and the way to the keys: for the page's script, and shown only where scripts run.
 * `place`: whether the place has a clock of its own.
 */
export function renderClocks(language: Language, place: boolean): Html {
  const clocks = [
    clock('newsroom', language.say('page.clockNewsroom')),
    clock('yours', language.say('page.clockYours')),
    place && clock('place', language.say('page.clockPlace')),
  ];
  return html`<div class="clocks"><div role="group" aria-labelledby="clocks-label"><span id="clocks-label">${language.say('page.clocks')}</span>${clocks}</div><button type="button" aria-haspopup="dialog">${language.say('page.keys')}</button></div>`;
}

const clock = (name: string, label: string): Html =>
  html`<button type="button" data-clock="${name}" aria-pressed="${name === 'newsroom' ? 'true' : 'false'}">${label}</button>`;

/** Whether the place's clock is another than the newsroom's. */
export const hasPlaceClock = ({ zone, placeZone }: Pick<Story, 'zone' | 'placeZone'>): boolean =>
  placeZone !== null && placeZone !== zone;

/** What the script tells times by: the newsroom's zone, the place's, and the day the story opened. */
export function clockFacts({ zone, placeZone, openedAt }: Pick<Story, 'zone' | 'placeZone' | 'openedAt'>) {
  return { zone, 'place-zone': placeZone, opened: openedAt };
}
