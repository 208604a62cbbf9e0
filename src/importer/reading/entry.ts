import type { Block } from '../flat-post.ts';
import type { PageStyle } from './page-style.ts';
import type { Stamp } from './stamps.ts';

/** An update as it stands on the page, before its time is resolved and its end is settled. */
export type Entry = {
  readonly marker: string;
  readonly stamp: Stamp | null;
  /** `<time datetime>` beside the marker, or null. */
  readonly machineTime: string | null;
  readonly title: string | null;
  readonly heading: string | null;
  readonly paragraphs: Block[];
  /** How many body blocks stood before it. */
  readonly bodyBefore: number;
  /** Whether something on the page says where it ends. */
  ended: boolean;
};

export type Segments = {
  readonly style: PageStyle;
  readonly body: Block[];
  readonly entries: Entry[];
  readonly corrections: { marker: string; stamp: Stamp | null; text: string }[];
  readonly stamps: { text: string; stamp: Stamp }[];
  readonly dropped: string[];
  readonly taken: string[];
};

/** What the head of an entry says, and the text that follows it on its line. */
export type EntryHead = {
  readonly marker: string;
  readonly stamp: Stamp | null;
  readonly title: string | null;
  readonly heading: string | null;
  readonly rest: string;
};
