import type { Kind } from './hostile.ts';

// For tests: what every endpoint takes.

const top: Record<string, Kind> = {
  headline: 'line',
  dek: 'lineOrNull',
  lead: 'object',
  'lead/markdown': 'markdown',
  'lead/document': 'document',
  byline: 'list',
  'byline/0': 'line',
  credit: 'lineOrNull',
  photo: 'objectOrNull',
  'photo/mediaId': 'mediaId',
  'photo/alt': 'textOrNull',
  'photo/caption': 'textOrNull',
  'photo/credit': 'lineOrNull',
  zone: 'zone',
  placeZone: 'zoneOrNull',
  section: 'lineOrNull',
  lang: 'lang',
  translationOf: 'addressOrNull',
};
const words: Record<string, Kind> = { markdown: 'markdown', document: 'document', title: 'lineOrNull' };
const update: Record<string, Kind> = { ...words, author: 'lineOrNull', keyEvent: 'flag', analysis: 'flag' };
const media: Record<string, Kind> = { alt: 'textOrNull', caption: 'textOrNull', credit: 'lineOrNull' };
const correction: Record<string, Kind> = { was: 'text', is: 'text', note: 'textOrNull' };

/** Every endpoint that takes a body: what it takes, and every field of it, by path. */
export const fields: Record<string, { good: Record<string, unknown>; fields: Record<string, Kind> }> = {
  'POST /stories': { good: { headline: 'New' }, fields: top },
  'PATCH /stories/:slug': {
    good: { dek: 'New.' },
    fields: {
      ...top,
      summary: 'list',
      'summary/0': 'object',
      'summary/0/text': 'line',
      'summary/0/updateId': 'updateId',
      translationChecked: 'true',
      slug: 'slug',
      state: 'state',
      pausedUntil: 'instantOrNull',
    },
  },
  'POST /stories/:slug/corrections': { good: { was: 'a', is: 'b' }, fields: correction },
  'POST /stories/:slug/updates': { good: { title: 'New' }, fields: update },
  'PATCH /updates/:id': { good: { title: 'New' }, fields: { ...update, small: 'flag' } },
  'POST /updates/:id/corrections': { good: { was: 'a', is: 'b' }, fields: { ...correction, ...words } },
  'POST /updates/:id/retraction': { good: { reason: 'New.' }, fields: { reason: 'text' } },
  'PATCH /media/:id': { good: { caption: 'New.' }, fields: media },
  'PUT /authors/:slug': {
    good: { name: 'Ines Aguilar' },
    fields: { name: 'line', role: 'lineOrNull', bio: 'lineOrNull' },
  },
  'PATCH /site': {
    good: { tagline: 'New' },
    fields: {
      name: 'line',
      tagline: 'lineOrNull',
      notice: 'lineOrNull',
      lang: 'lang',
      zone: 'zone',
      logo: 'idOrNull',
      font: 'font',
      colours: 'objectOrNull',
      'colours/light': 'object',
      'colours/light/accent': 'colour',
      'colours/light/live': 'colour',
      'colours/light/ink': 'colourOrNull',
      'colours/light/paper': 'colourOrNull',
      'colours/dark': 'object',
      'colours/dark/accent': 'colour',
      'colours/dark/live': 'colour',
      'colours/dark/ink': 'colourOrNull',
      'colours/dark/paper': 'colourOrNull',
      navigation: 'list',
      'navigation/0': 'object',
      'navigation/0/href': 'href',
      'navigation/0/label': 'line',
      contact: 'contact',
      fourEyes: 'flag',
    },
  },
  'PUT /pages/:slug': {
    // Not whole: a page may be made at any good address.
    good: { title: 'New' },
    fields: {
      markdown: 'markdown',
      document: 'document',
      title: 'line',
      lang: 'langOrNull',
      inFooter: 'flag',
    },
  },
  'PUT /clock': {
    good: { now: '2019-02-28T05:00:00Z', running: true },
    fields: { now: 'instant', running: 'flag' },
  },
};
