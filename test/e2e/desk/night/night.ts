import type { Browser } from 'playwright-core';
import type { ReaderPage } from '../../reader.ts';
import type { House } from './house.ts';
import type { Desk } from './people.ts';

/** What one hour of the night hands to the next. */
export type Night = {
  house: House;
  browser: Browser;
  operator: Desk;
  editor: Desk;
  second: Desk;
  reporter: Desk;
  storyId: string;
  slug: string;
  /** At the top in London; a phone in Los Angeles; one without a script; one that listens. */
  readers: Record<'top' | 'phone' | 'plain' | 'heard', ReaderPage>;
  /** What the one that listens was told so far. */
  hear: () => Promise<string[]>;
  /** Ids of updates by what they are about. */
  ids: Record<string, string>;
};

/** The whole story, as it is documented for programs. */
export type Told = {
  seq: number;
  state: string;
  headline: string;
  headlines: { headline: string }[];
  updates: {
    id: string;
    seq: number;
    at: string;
    title: string | null;
    /** Null where it was taken back. */
    text: string | null;
    status: string;
    editedAt: string | null;
    corrections: unknown[];
  }[];
};

export async function storyOf({ house, slug }: Night): Promise<Told> {
  return (await (await fetch(`${house.url}/stories/${slug}.json`)).json()) as Told;
}

/** Id of the update that says this. */
export async function idOf(night: Night, words: string): Promise<string> {
  const found = (await storyOf(night)).updates.filter(({ text }) => text?.includes(words));
  if (found.length !== 1) throw new Error(`${found.length} updates say “${words}”`);
  return found[0]!.id;
}

export const addressOf = ({ house, slug }: Night): string => `${house.url}/stories/${slug}`;
