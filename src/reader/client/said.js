/** The sentences of what comes when it is asked for, in the page's language; the server puts them in. @type {Record<string, any>} */
export const said = {};
