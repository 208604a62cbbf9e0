/** @typedef {typeof import('../../render/sentences.ts').spoken} Spoken */

/** What the script says, in the page's language. @type {Spoken} */
export const words = JSON.parse(document.getElementById('sentences')?.textContent ?? '{}');

/** What the server told about the page. */
export const facts = document.body.dataset;

/** Where the page stands in its log. */
export const place = () => Number(facts.seq);

/** @param {string} sentence @param {Record<string, string | number>} values */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => `${values[name] ?? ''}`);
}

/** "1 new update", "3 new updates". @param {string[]} pair @param {number} n */
export function count(pair, n) {
  return fill(pair[n === 1 ? 0 : 1] ?? '', { n });
}

/** @param {string} title */
export function titled(title) {
  return `${title} | ${facts.site}`;
}
