/** @type {{ createPolicy(name: string, rules: { createHTML(markup: string): string }): { createHTML(markup: string): string } } | undefined} */
const types = Reflect.get(window, 'trustedTypes');

// The one door markup comes in by: what our own server rendered, of this origin alone.
const policy = types?.createPolicy('writethru', { createHTML: (markup) => markup });

/** @param {string} markup */
export const trusted = (markup) => policy?.createHTML(markup) ?? markup;

/** Rendered markup as nodes. @param {string} markup */
export function nodesOf(markup) {
  const template = document.createElement('template');
  template.innerHTML = trusted(markup);
  return template.content;
}
