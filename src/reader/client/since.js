import { said } from './said.js';
import { speak } from './speak.js';
import { seqOf } from './story.js';
import { addMissed } from './unread.js';
import { count, fill, lang } from './words.js';

/** For so long a time of day is plain without its day, ms. */
const PLAIN = 72_000_000;

/** "… since you left at 9:40 p.m.", with the day where that was long ago. @param {string} what @param {number} at ms */
function sentenceOf(what, at) {
  const isPlain = Date.now() - at < PLAIN;
  /** @type {Intl.DateTimeFormatOptions} */
  const options = { hour: 'numeric', minute: '2-digit', ...(!isPlain && { month: 'long', day: 'numeric' }) };
  const time = new Date(at)
    .toLocaleString(lang, options)
    .replace(/\s([AP])M/, (_, half) => ` ${half.toLowerCase()}.m.`);
  return fill(isPlain ? said.since : said.sinceDay, { what, time });
}

/** @type {(one: Element, id?: string) => [string, number]} */
const known = (one, id = one.id) => [id, seqOf(one)];

/** Tells what came and what was corrected since; small edits and what was taken back count nowhere. @param {import('./left.js').Left} left */
export function missedSince([, seq, at]) {
  const isNew = (/** @type {Element | null} */ one) => one !== null && seqOf(one) > seq;
  const shown = [...document.querySelectorAll('#updates > .update')];
  const updates = shown.filter((one) => isNew(one) && !one.matches('.retracted'));
  // More were missed than the page holds: how many is not known.
  const isMore = shown.every(isNew) && document.querySelector('.onward:not([hidden])');
  const corrections = [...document.querySelectorAll(':is(#updates, .lead) .correction')].filter(
    (one) => isNew(one) && !isNew(one.closest('.update')),
  );
  if (updates.length + corrections.length === 0) return;
  for (const one of corrections) one.setAttribute('data-since', said.changed);
  const what = [
    updates.length > 0 && count(said.updates, updates.length).replace(/\p{Nd}+/u, isMore ? '$&+' : '$&'),
    corrections.length > 0 && count(said.corrections, corrections.length),
  ].filter((part) => typeof part === 'string');
  const sentence = sentenceOf(new Intl.ListFormat(lang).format(what), at);
  addMissed(
    [
      ...updates.toSorted((a, b) => seqOf(a) - seqOf(b)).map((one) => known(one)),
      ...corrections.map((one) => known(one, one.closest('.update')?.id ?? 'main')),
    ],
    sentence,
  );
  speak(sentence);
}
