import { trusted } from './markup.js';

/** A whole page of our own server. @param {string} markup */
export const pageOf = (markup) => new DOMParser().parseFromString(trusted(markup), 'text/html');
