import type { Block } from '../flat-post.ts';
import { readCorrection } from './corrections.ts';
import { readDivider } from './dividers.ts';
import type { Entry, EntryHead, Segments } from './entry.ts';
import { looksLikeHeading } from './lines.ts';
import { readClockEntry } from './live-blog.ts';
import { isPointer, readMarker } from './markers.ts';
import type { Marker } from './markers.ts';
import { readNote } from './notes.ts';
import { pageStyle } from './page-style.ts';
import { isPostedLine, readStatus, stampBelow } from './status-page.ts';

/** Parts the text of a post into body, updates, corrections and whole-post stamps. */
export function segment(blocks: readonly Block[], headline: string): Segments {
  const segmenter = new Segmenter(blocks, headline);
  for (const at of blocks.keys()) segmenter.take(at);
  return segmenter.segments;
}

class Segmenter {
  readonly segments: Segments;
  readonly #blocks: readonly Block[];
  #entry: Entry | null = null;
  #awaitsCorrection = false;

  readonly #lastDivider: number;
  /** After the last line of any length only stamps and the like stand. */
  readonly #lastLong: number;

  constructor(blocks: readonly Block[], headline: string) {
    this.#blocks = blocks;
    this.#lastDivider = blocks.findLastIndex(({ text }) => readDivider(text) !== null);
    this.#lastLong = blocks.findLastIndex(({ text }) => text.length >= 40);
    this.segments = {
      style: pageStyle(blocks, headline),
      body: [],
      entries: [],
      corrections: [],
      stamps: [],
      dropped: [],
      taken: [],
    };
  }

  take(at: number): void {
    const block = this.#blocks[at];
    if (!block) return;
    if (block.kind === 'rule') return;
    if (this.#awaitsCorrection) return this.#finishCorrection(block);
    if (block.kind === 'tweet' || block.kind === 'quote') return this.#add(block);
    const read =
      this.#takeStyle(at, block) ||
      this.#takeDivider(block) ||
      this.#takeCorrection(block) ||
      this.#takeMarker(at, block) ||
      this.#takeNote(block);
    if (!read) this.#add(block);
  }

  #takeStyle(at: number, block: Block): boolean {
    if (this.segments.style === 'status') return this.#takeStatus(at, block);
    if (this.segments.style === 'live-blog') return this.#takeClockEntry(at, block);
    return false;
  }

  #takeClockEntry(at: number, block: Block): boolean {
    const entry = readClockEntry(block.text);
    if (entry === null || (isPostedLine(block.text) && entry.rest !== '')) return false;
    const open = this.#entry;
    // Some pages print the reader's time and the newsroom's one under the other.
    if (
      open &&
      open.paragraphs.length === 0 &&
      entry.rest === '' &&
      open.stamp?.clock?.minute === entry.stamp.clock?.minute
    ) {
      this.segments.taken.push(block.text);
      return true;
    }
    this.#open(block, {
      marker: entry.written,
      stamp: entry.stamp,
      title: entry.title,
      heading: this.#takeHeading(at),
      rest: entry.rest,
    });
    return true;
  }

  /** A sub-heading right above an entry is that entry's. */
  #takeHeading(at: number): string | null {
    const above = this.#blocks[at - 1];
    const home = this.#entry?.paragraphs ?? this.segments.body;
    if (!above || home.at(-1) !== above || /^(?:tweet|quote|item)$/.test(above.kind)) return null;
    if (this.#entry === null && above.kind !== 'heading') return null;
    if (
      above.kind !== 'heading' &&
      (!looksLikeHeading(above.text) || /https?:|[@#]\w|\w\.\w/.test(above.text))
    )
      return null;
    if (this.#entry?.paragraphs.length === 1 && above.kind !== 'heading') return null;
    home.pop();
    return above.text;
  }

  #takeStatus(at: number, block: Block): boolean {
    const clock = readClockEntry(block.text);
    if (clock !== null && clock.stamp.clock !== null) {
      const status = readStatus(clock.rest);
      this.#open(block, {
        marker: clock.written,
        stamp: clock.stamp,
        title: status?.status ?? null,
        heading: null,
        rest: status?.text ?? clock.rest,
      });
      return true;
    }
    const status = readStatus(block.text);
    if (status === null) return this.#takePosted(block);
    const open = this.#entry;
    if (open && open.title === null && open.paragraphs.length === 0) {
      this.segments.entries[this.segments.entries.length - 1] = this.#entry = {
        ...open,
        title: status.status,
      };
      if (status.text !== '') this.#add({ ...block, text: status.text });
      return true;
    }
    const below = this.#blocks.slice(at + 1, at + 4).find(({ text }) => isPostedLine(text));
    if (!below) return false;
    this.#open(block, {
      marker: below.text,
      stamp: stampBelow(below.text),
      title: status.status,
      heading: null,
      rest: status.text,
    });
    return true;
  }

  #takePosted(block: Block): boolean {
    if (!isPostedLine(block.text)) return false;
    this.segments.taken.push(block.text);
    return true;
  }

  #takeDivider(block: Block): boolean {
    const divider =
      this.segments.entries.length + this.segments.stamps.length > 0 ? readDivider(block.text) : null;
    if (divider === null) return false;
    if (divider.rest === '') this.segments.dropped.push(block.text);
    else this.segments.taken.push(divider.label);
    if (this.#entry) this.#entry.ended = true;
    this.#entry = null;
    if (divider.rest !== '') this.#add({ ...block, text: divider.rest });
    return true;
  }

  #takeCorrection(block: Block): boolean {
    const correction = readCorrection(block.text);
    if (correction === null) return false;
    this.segments.corrections.push({ ...correction });
    this.#awaitsCorrection = correction.text === '';
    return true;
  }

  #finishCorrection(block: Block): void {
    const last = this.segments.corrections.at(-1);
    if (last) last.text = block.text;
    this.#awaitsCorrection = false;
  }

  #takeMarker(at: number, block: Block): boolean {
    const marker = readMarker(block.text);
    if (marker === null) return false;
    if (isPointer(marker)) {
      this.segments.dropped.push(block.text);
      return true;
    }
    if (this.#isStamp(at, marker)) {
      this.#stamp(marker, block);
      if (marker.rest !== '') this.#add({ ...block, text: marker.rest });
      return true;
    }
    const bracket = /^[\s*_]*([[({])/.exec(block.text)?.[1];
    const aside = bracket !== undefined && /[\])}][\s*_.]*$/.test(marker.rest);
    const rest = aside ? marker.rest.replace(/[\s*_]*[\])}][\s*_.]*$/, '') : marker.rest;
    const before = this.#entry;
    this.#open(block, {
      marker: marker.written,
      stamp: marker.stamp,
      title: marker.title,
      heading: null,
      rest,
    });
    // "[Update: …]" says itself where it ends: what follows goes on from where it broke off.
    if (aside && this.#entry) {
      this.#entry.ended = true;
      this.#entry = before;
    }
    return true;
  }

  /** "Updated at 11:45 p.m. ET" alone on a line stamps the post – at its top, at its end, or under a live entry. */
  #isStamp(at: number, marker: Marker): boolean {
    if (!marker.participle || marker.title !== null) return false;
    const none = this.segments.body.length === 0 && this.segments.entries.length === 0;
    // Where "original post" follows, what stands between is the update.
    if (none && at < this.#lastDivider) return false;
    // "Updated | 3:15 p.m. The council …" over the whole text; with a colon it would begin an update.
    if (marker.rest !== '') return none && marker.stamp !== null && !marker.closed;
    return none || at >= this.#lastLong || marker.stamp === null || this.segments.style === 'live-blog';
  }

  /** Under an entry of a live blog the stamp is that entry's and says nothing of the post. */
  #stamp({ stamp, written }: Marker, { text }: Block): void {
    if (this.segments.style === 'live-blog' && this.#entry) this.segments.taken.push(text);
    else if (stamp) this.segments.stamps.push({ text: written, stamp });
    else this.segments.dropped.push(text);
  }

  #takeNote(block: Block): boolean {
    const note = readNote(block.text);
    if (note === null) return false;
    const above = this.segments.body.length === 0 && this.segments.entries.length === 0;
    const whole = above && /^[\s*_[(]*(?:last )?updated/i.test(block.text);
    if (note.bare || whole) {
      if (note.stamp) this.segments.stamps.push({ text: block.text, stamp: note.stamp });
      else this.segments.dropped.push(block.text);
      return true;
    }
    const before = this.#entry;
    const marker = /^.{0,80}?\bupdated\b/i.exec(block.text)?.[0] ?? '';
    this.#open(block, { marker, stamp: note.stamp, title: null, heading: null, rest: block.text });
    if (this.#entry) this.#entry.ended = true;
    this.#entry = before;
    return true;
  }

  #open(block: Block, { rest, ...head }: EntryHead): void {
    this.#entry = {
      ...head,
      machineTime: block.time,
      paragraphs: [],
      bodyBefore: this.segments.body.length,
      ended: false,
    };
    this.segments.entries.push(this.#entry);
    if (rest !== '') this.#entry.paragraphs.push({ ...block, text: rest });
  }

  #add(block: Block): void {
    (this.#entry?.paragraphs ?? this.segments.body).push(block);
  }
}
