import { get } from './get.js';
import { hold } from './hold.js';
import { pageOf } from './markup.js';
import { morph } from './morph.js';
import { facts, place } from './words.js';

/** How often a page is asked for again because the log moved on meanwhile. */
const TRIES = 3;

/**
 * Makes the page what the server would give now. For the rare change that touches everything – another address,
 * another zone – and where no frame can be had. Resolves with the page's title; rejects when the server cannot be reached.
 */
export async function refresh() {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await get(location.href);
    const page = pageOf(await response.text());
    if (Number(page.body.dataset['seq']) < place()) continue;
    const main = page.querySelector('main');
    const standing = document.querySelector('main');
    if (main && standing) hold(() => morph(standing, main));
    Object.assign(facts, page.body.dataset);
    if (response.redirected) history.replaceState(history.state, '', response.url + location.hash);
    return page.title;
  }
  return document.title;
}
