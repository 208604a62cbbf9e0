import { atTop, hold } from './hold.js';
import { nodesOf } from './markup.js';
import { morph, morphChildren } from './morph.js';
import { byHand } from './by-hand.js';
import { speak, speakOfPost } from './speak.js';
import { addUnread, forget, retitle } from './unread.js';
import { facts, fill, place, titled, words } from './words.js';

/**
 * @typedef {import('../../live/frames.ts').FrameData} FrameData
 * @typedef {NonNullable<FrameData['update']>} Told
 */

/** What touches more of a page than a frame holds. */
const EVERYWHERE = new Set(['slug', 'details']);

/** A page that follows only what becomes of one update has no parts: what is said about its story is fetched. */
const IN_PARTS = new Set(['top', 'state']);

/** A page is asked for within so many ms, so that ten thousand do not ask at once. */
const SPREAD = 2000;

const list = document.getElementById('updates');
const isStory = document.body.classList.contains('story-page');

export const over = () => facts.state === 'ended';

/** Takes an event of the stream into the page, each once and in order. @param {string} name @param {FrameData} frame */
export function takeStory(name, frame) {
  if (frame.seq <= place()) return;
  facts.seq = `${frame.seq}`;
  const { kind, update, story } = frame;
  const came = update ? nodesOf(update.html).firstElementChild : null;
  const byline = bylineNow();
  hold(() => {
    if (update && came) put(name, update, came);
    for (const [part, html] of Object.entries(story?.html ?? {})) {
      const standing = document.querySelector(`[data-part=${part}]`);
      if (standing) morphChildren(standing, nodesOf(html));
    }
  });
  const isOurs = !update || belongs(update);
  if (name === 'insert' && came && isOurs) addUnread(came.id, seqOf(came));
  const gone = came?.classList.contains('retracted');
  if (came && gone) forget(came.id);
  if (story) retell(story, kind);
  if (!(gone && name === 'insert') && isOurs) announce(kind, came);
  // Author cards, the count of what a filter finds and the like stand outside the parts.
  const isWider = EVERYWHERE.has(kind) || bylineNow() !== byline || (!isStory && IN_PARTS.has(kind));
  if (isWider || (update && isFiltered)) renewSoon();
}

let isDue = false;

/** Asks for the page anew; what happens meanwhile is in it. */
export function renewSoon() {
  if (isDue) return;
  isDue = true;
  setTimeout(() => {
    isDue = false;
    byHand(async ({ renew }) => retitle(await renew()));
  }, Math.random() * SPREAD);
}

/** Whether the page shows some updates only. */
export const isFiltered = facts.order !== undefined;

/** Whether an update is of those it shows; of a question in words the server alone can tell. @param {Told} update */
const belongs = ({ keyEvent, author, outlets }) =>
  !isFiltered ||
  (!facts.q &&
    (!facts.only || keyEvent) &&
    (!facts.author || facts.author === author) &&
    (!facts.outlet || outlets.includes(facts.outlet)));

const bylineNow = () => document.querySelector('.byline')?.innerHTML;

/** @param {string} name @param {Told} update @param {Element} came */
function put(name, update, came) {
  const standing = document.getElementById(came.id);
  if (name === 'remove' || (standing && !facts.q && !belongs(update))) standing?.remove();
  else if (standing) morph(standing, came);
  else if (name === 'insert' && list && belongs(update)) insert(list, came);
}

/** @param {Element} updates @param {Element} came */
function insert(updates, came) {
  const isFull = updates.childElementCount >= Number(facts.per);
  if (facts.grows === 'top') {
    updates.insertBefore(came, firstBefore(updates, came));
    // Text that is being read is not taken away; at the top of the page nothing at its end is.
    if (isFull && atTop()) updates.lastElementChild?.remove();
    leadOn(updates, isFull && atTop());
  } else if (facts.grows === 'end') {
    if (isFull) facts.grows = 'no';
    else updates.append(came);
    leadOn(updates, isFull);
  }
}

export const seqOf = (/** @type {Element} */ one) => Number(one.getAttribute('data-seq'));

/** The first update that was posted before the one that came. @param {Element} updates @param {Element} came */
function firstBefore(updates, came) {
  return [...updates.children].find((update) => seqOf(update) < seqOf(came)) ?? null;
}

/** The link to the page after this one, which is shown once there is one. @param {Element} updates @param {boolean} more */
function leadOn(updates, more) {
  const onward = document.querySelector('.pages .onward');
  const last = updates.lastElementChild;
  if (!onward || !last) return;
  onward.setAttribute('href', `${facts.onward}${seqOf(last)}#updates-heading`);
  if (more) onward.removeAttribute('hidden');
}

let headline = document.querySelector('h1')?.textContent ?? '';

/** @param {NonNullable<FrameData['story']>} story @param {string} kind */
function retell(story, kind) {
  if (story.headline !== headline) {
    headline = story.headline;
    if (isStory) rename();
    speak(fill(words.headline, { words: headline }));
  }
  if (kind === 'state' && story.state !== facts.state) speak(words[story.state]);
  facts.state = story.state;
}

/** The headline also stands in the tab, and in the mail a reader hands the story on with. */
function rename() {
  retitle(titled(headline));
  const mail = document.querySelector('a.mail');
  const address = mail?.getAttribute('href') ?? '';
  mail?.setAttribute('href', address.replace(/subject=[^&]*/, `subject=${encodeURIComponent(headline)}`));
}

/** @param {string} kind @param {Element | null} came */
function announce(kind, came) {
  const time = came?.querySelector('.permalink')?.textContent ?? '';
  const named = (came?.querySelector('.title, .body p') ?? came?.querySelector('.body'))?.textContent ?? '';
  if (kind === 'post') speakOfPost(fill(words.newUpdate, { time, words: named.slice(0, 140) }));
  if (['edit', 'correction', 'retraction'].includes(kind)) speak(fill(words[kind], { time }));
  if (kind === 'story-correction') speak(words.storyCorrection);
}
