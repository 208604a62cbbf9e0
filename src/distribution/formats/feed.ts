import type { Instant } from '../../domain/time.ts';
import { atom, ATOM_TYPE } from './atom.ts';
import { jsonFeed, JSON_FEED_TYPE } from './json-feed.ts';
import { rss, RSS_TYPE } from './rss.ts';

/** What a feed tells, in whatever format. Every address is absolute. */
export type Feed = {
  /** Never changes, whatever the address. */
  id: string;
  title: string;
  description: string;
  /** BCP 47. */
  lang: string;
  /** The page it is the feed of. */
  url: string;
  /** Where it lies itself, without its extension. */
  self: string;
  /** Who publishes it. */
  publisher: { name: string; url: string };
  /** The last change of substance of anything in it. */
  updated: Instant;
  /** The last changed first. */
  entries: Entry[];
};

export type Entry = {
  /** The same for ever: a reader's program knows by it what it has. */
  id: string;
  url: string;
  title: string;
  lang: string;
  /** The whole of it, as the page renders it. */
  html: string;
  /** Its first words, as plain text. */
  summary: string;
  published: Instant;
  /** Moves with what changes its substance, never with a spelling. */
  updated: Instant;
  authors: { name: string; url: string | null }[];
  /** The section it is filed under. */
  category: string | null;
};

/** Every format, by the extension of its address. */
export const FEED_FORMATS = {
  xml: { type: RSS_TYPE, write: rss, name: 'RSS' },
  atom: { type: ATOM_TYPE, write: atom, name: 'Atom' },
  json: { type: JSON_FEED_TYPE, write: jsonFeed, name: 'JSON Feed' },
} as const;

export type FeedFormat = keyof typeof FEED_FORMATS;
export const FEED_EXTENSIONS = Object.keys(FEED_FORMATS) as FeedFormat[];
