/** @typedef {Record<string, any>} Spoken */

/** What the script says, in the page's language. @type {Spoken} */
export const words = JSON.parse(document.getElementById('sentences')?.textContent ?? '{}');

/** What the server told about the page. */
export const facts = document.body.dataset;

/** Where the page stands in its log. */
export const place = () => Number(facts.seq);

/** What this browser remembers under a name; nothing where it may not remember. @param {string} name */
export function recall(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** @param {string} name @param {string} value */
export function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that remembers nothing is a reader's right.
  }
}

/** @param {string} sentence @param {Record<string, string | number>} values */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => `${values[name] ?? ''}`);
}

export const { lang } = document.documentElement;

/** "1 new update", "3 new updates", by the language's own rules. @param {Record<string, string>} forms @param {number} n */
export function count(forms, n) {
  return fill(forms[new Intl.PluralRules(lang).select(n)] ?? forms['other'] ?? '', {
    n: n.toLocaleString(lang),
  });
}

/** @param {string} title */
export function titled(title) {
  return `${title} | ${facts.site}`;
}
