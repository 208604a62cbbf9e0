import { count, words } from './words.js';

/** What comes within so many ms of the first is said in one go. */
const BATCH = 1000;

/** So many sentences are said; of the rest a reader who was away long hears how many they are. */
const MOST = 5;

/** @type {string[]} */
let others = [];
/** @type {string[]} */
let posts = [];
let waiting = false;

/** Says a sentence politely, with what else comes about now. @param {string} sentence */
export function speak(sentence) {
  others.push(sentence);
  soon();
}

/** A new update: one is named, several are counted. @param {string} sentence */
export function speakOfPost(sentence) {
  posts.push(sentence);
  soon();
}

function soon() {
  if (waiting) return;
  waiting = true;
  setTimeout(say, BATCH);
}

function say() {
  const first = posts.length > 1 ? [count(words.newUpdates, posts.length)] : posts;
  const sentences = [...first, ...new Set(others)];
  const rest = sentences.splice(MOST).length;
  if (rest > 0) sentences.push(count(words.more, rest));
  const line = document.createElement('p');
  line.textContent = sentences.join('. ');
  // A new node each time: the same words again are said again.
  document.getElementById('spoken')?.replaceChildren(line);
  posts = [];
  others = [];
  waiting = false;
}
