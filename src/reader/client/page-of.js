import { trusted } from './markup.js';

/**
 * A whole page of our own server. Its style sheets are taken as text, for the policy of the page that stands lets in
 * its own alone, and would tell of others. @param {string} markup
 */
export const pageOf = (markup) =>
  new DOMParser().parseFromString(trusted(markup.replace(/<(\/?)style/g, '<$1script')), 'text/html');
