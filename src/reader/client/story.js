import { atTop, hold } from './hold.js';
import { nodesOf } from './markup.js';
import { morph, morphChildren } from './morph.js';
import { refresh } from './refresh.js';
import { speak, speakOfPost } from './speak.js';
import { addUnread, forget, retitle } from './unread.js';
import { facts, fill, words } from './words.js';

/** @typedef {import('../../live/frames.ts').FrameData} FrameData */

/** What touches more of a page than a frame holds. */
const EVERYWHERE = new Set(['slug', 'details']);

const list = document.getElementById('updates');

export const place = () => Number(facts['seq']);
export const over = () => facts['state'] === 'ended';

/** Takes an event of the stream into the page, each once and in order. @param {string} name @param {FrameData} frame */
export function takeStory(name, frame) {
  if (frame.seq <= place()) return;
  facts['seq'] = `${frame.seq}`;
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
  if (name === 'insert' && came) addUnread(came.id);
  if (came?.classList.contains('retracted')) forget(came.id);
  if (story) retell(story, kind);
  announce(kind, came);
  // Author cards and the like stand outside the parts.
  if (EVERYWHERE.has(kind) || bylineNow() !== byline) void refresh(place).catch(() => undefined);
}

const bylineNow = () => document.querySelector('.byline')?.innerHTML;

/** @param {string} name @param {NonNullable<FrameData['update']>} update @param {Element} came */
function put(name, { id, before }, came) {
  const standing = document.getElementById(`u-${id}`);
  if (name === 'remove') standing?.remove();
  else if (standing) morph(standing, came);
  else if (name === 'insert' && list) insert(list, before, came);
}

/** @param {Element} updates @param {string | null} before @param {Element} came */
function insert(updates, before, came) {
  const neighbour = before === null ? null : document.getElementById(`u-${before}`);
  if (facts['grows'] === 'top') {
    updates.insertBefore(came, neighbour);
    // Text that is being read is not taken away; at the top of the page nothing at its end is.
    if (atTop()) while (updates.childElementCount > Number(facts['per'])) dropLast(updates);
  } else if (facts['grows'] === 'end') {
    if (updates.childElementCount < Number(facts['per'])) updates.append(came);
    else {
      facts['grows'] = 'no';
      leadOn(updates);
    }
  }
}

/** @param {Element} updates */
function dropLast(updates) {
  updates.lastElementChild?.remove();
  leadOn(updates);
}

/** Shows the link to the page after this one. @param {Element} updates */
function leadOn(updates) {
  const last = /** @type {HTMLElement | null} */ (updates.lastElementChild);
  /** @type {HTMLAnchorElement | null} */
  const onward = document.querySelector('.pages .onward');
  if (!onward || !last) return;
  onward.hidden = false;
  onward.setAttribute('href', `${facts['onward']}${last.dataset['seq']}`);
}

let headline = document.querySelector('h1')?.textContent ?? '';

/** @param {NonNullable<FrameData['story']>} story @param {string} kind */
function retell(story, kind) {
  if (story.headline !== headline) {
    headline = story.headline;
    if (document.body.classList.contains('story-page')) rename();
    speak(fill(words.headline, { words: headline }));
  }
  if (kind === 'state' && story.state !== facts['state']) speak(words.state[story.state]);
  facts['state'] = story.state;
}

/** The headline also stands in the tab, and in the mail a reader hands the story on with. */
function rename() {
  retitle(headline);
  const mail = document.querySelector('a.mail');
  const address = mail?.getAttribute('href') ?? '';
  mail?.setAttribute('href', address.replace(/subject=[^&]*/, `subject=${encodeURIComponent(headline)}`));
}

/** @param {string} kind @param {Element | null} came */
function announce(kind, came) {
  const time = came?.querySelector('.permalink')?.textContent ?? '';
  const named = (came?.querySelector('.title') ?? came?.querySelector('.body'))?.textContent ?? '';
  if (kind === 'post') speakOfPost(fill(words.newUpdate, { time, words: named.slice(0, 140) }));
  if (kind === 'edit') speak(fill(words.edit, { time }));
  if (kind === 'correction') speak(fill(words.correction, { time }));
  if (kind === 'retraction') speak(fill(words.retraction, { time }));
  if (kind === 'story-correction') speak(words.storyCorrection);
}
