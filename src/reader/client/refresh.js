import { get } from './get.js';
import { hold } from './hold.js';
import { morph } from './morph.js';
import { pageOf } from './page-of.js';
import { facts, place } from './words.js';

/** How often a page is asked for again because the log moved on meanwhile. */
const TRIES = 3;

/** A cache on the way may hold it for a second, ms (`docs/caching.md`). */
const HELD_FOR = 1200;

/** What of a page is made like the server's. */
const WHOLE = 'body > :is(header, main, footer)';

/**
 * Makes the page what the server would give now. For the rare change that touches everything – another address,
 * another zone, another setting of the site – and where no frame can be had. Resolves with the page's title;
 * rejects when the server cannot be reached.
 */
export async function refresh() {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const response = await get(location.href);
    const page = pageOf(await response.text());
    if (Number(page.body.dataset['seq']) < place()) {
      await new Promise((resolve) => setTimeout(resolve, HELD_FOR));
      continue;
    }
    keepEarlier(page);
    const came = page.querySelectorAll(WHOLE);
    hold(() => {
      for (const [at, standing] of [...document.querySelectorAll(WHOLE)].entries()) {
        if (came[at]) morph(standing, came[at]);
      }
    });
    dress(page);
    Object.assign(facts, page.body.dataset);
    if (response.redirected) history.replaceState(history.state, '', response.url + location.hash);
    return page.title;
  }
  return document.title;
}

/** What the reader brought in from the pages after this one stays, and the way on is from there. @param {Document} page */
function keepEarlier(page) {
  const { per = '' } = page.body.dataset;
  const list = page.querySelector('#updates, #cards');
  const last = list?.lastElementChild;
  if (Number(facts.per) <= Number(per) || !list || !last) return;
  page.body.dataset['per'] = facts.per;
  page.body.dataset['grows'] = facts.grows;
  const standing = [...document.querySelectorAll('#updates > *, #cards > *')];
  const from = standing.findIndex(({ id }) => id === last.id);
  list.append(...standing.slice(from < 0 ? Number(per) : from + 1).map((one) => one.cloneNode(true)));
  const onward = document.querySelector('.pages .onward')?.cloneNode(true);
  if (onward) page.querySelector('.pages .onward')?.replaceWith(onward);
}

const theme = new CSSStyleSheet();

/** The site's colours and type, should they have changed. @param {Document} page */
function dress(page) {
  const text = page.getElementById('theme')?.textContent ?? '';
  if (
    text === (document.getElementById('theme')?.textContent ?? '') &&
    document.adoptedStyleSheets.length === 0
  )
    return;
  theme.replaceSync(text);
  document.adoptedStyleSheets = [theme];
}
