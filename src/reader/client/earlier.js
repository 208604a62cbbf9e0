import { get } from './get.js';
import { hold } from './hold.js';
import { pageOf } from './page-of.js';
import { visit } from './visit.js';
import { facts } from './words.js';

const LIST = '#updates, #cards';

/** Puts the next page's updates after those that stand, and moves the link on. @param {HTMLAnchorElement} link */
export async function goOn(link) {
  link.setAttribute('aria-busy', 'true');
  const page = pageOf(await (await get(link.href)).text());
  const list = document.querySelector(LIST);
  const came = [...(page.querySelector(LIST)?.children ?? [])].filter(
    (one) => !one.id || !document.getElementById(one.id),
  );
  hold(() => list?.append(...came));
  link.removeAttribute('aria-busy');
  const onward = page.querySelector('.onward');
  link.setAttribute('href', onward?.getAttribute('href') ?? link.href);
  link.hidden = !onward || onward.hasAttribute('hidden');
  facts.per = `${list?.childElementCount}`;
  if (page.body.dataset['grows'] === 'end') facts.grows = 'end';
  const first = came.find((one) => one.matches('article'));
  if (first) visit(first);
}
