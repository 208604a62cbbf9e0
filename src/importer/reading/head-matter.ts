import type { Block, FlatPost } from '../flat-post.ts';
import { readByline } from './byline.ts';
import { creditWithin, readCredit } from './credit.ts';
import { isFurniture } from './furniture.ts';
import { findHeadline } from './headline.ts';
import { endsSentence, plain, words } from './lines.ts';
import { readDateLine } from './published.ts';
import { readMarker } from './markers.ts';
import type { Stamp } from './stamps.ts';
import { readStatus } from './status-page.ts';

/** What stands around the text of a post, taken out of its blocks; `rest` is the text. */
export type HeadMatter = {
  readonly headline: string;
  readonly dek: string | null;
  readonly byline: readonly string[];
  readonly authorBio: string | null;
  readonly photoCredit: string | null;
  readonly publishedStamp: Stamp | null;
  readonly captions: readonly string[];
  readonly dropped: readonly string[];
  /** Lines that were read into the fields above. */
  readonly taken: readonly string[];
  readonly rest: readonly Block[];
};

/** How many blocks after the headline may be byline, date and dek. */
const HEAD = 12;

export function readHeadMatter(post: FlatPost): HeadMatter {
  const headline = findHeadline(post);
  const reader = new HeadReader(post, headline?.at ?? -1);
  for (const at of post.blocks.keys()) reader.take(at);
  return { ...reader.found(), headline: headline?.text ?? '' };
}

class HeadReader {
  readonly #post: FlatPost;
  readonly #headline: number;
  readonly #byline: string[] = [];
  readonly #captions: string[] = [];
  readonly #dropped: string[] = [];
  readonly #taken: string[] = [];
  readonly #rest: Block[] = [];
  readonly #bio: string[] = [];
  #credit: string | null;
  #published: Stamp | null = null;
  #dek: string | null = null;
  /** 'name' and 'bio' after a line "About the author". */
  #about: 'no' | 'name' | 'bio' = 'no';
  #prose = 0;

  constructor(post: FlatPost, headline: number) {
    this.#post = post;
    this.#headline = headline;
    this.#credit = post.metadata.photoCredit;
  }

  take(at: number): void {
    const block = this.#post.blocks[at];
    if (!block || at === this.#headline) return;
    if (block.kind === 'tweet' || block.kind === 'rule') this.#rest.push(block);
    else if (isFurniture(block.text)) this.#drop(block);
    else if (this.#about !== 'no') this.#takeAbout(block);
    else if (!this.#takeCredit(block) && !this.#takeHead(at, block)) this.#keep(block);
  }

  found(): Omit<HeadMatter, 'headline'> {
    return {
      dek: this.#dek,
      byline: this.#names(),
      authorBio: this.#bio.length === 0 ? this.#post.metadata.authorBio : this.#bio.join(' '),
      photoCredit: this.#credit,
      publishedStamp: this.#published,
      captions: this.#captions,
      dropped: this.#dropped,
      taken: this.#taken,
      rest: this.#rest,
    };
  }

  /** The byline as printed, where it and the page's own data name the same people; else what the data say. */
  #names(): readonly string[] {
    const [declared, printed] = [this.#post.metadata.authors, [...new Set(this.#byline)]];
    const same = printed.some((name) => declared.some((other) => plain(other) === plain(name)));
    return declared.length === 0 || same ? printed : declared;
  }

  #drop(block: Block): void {
    this.#dropped.push(block.text);
    this.#about = /^[\s*]*about the authors?\b/i.test(block.text) ? 'name' : 'no';
  }

  #keep(block: Block): void {
    if (block.text.length > 80) this.#prose += 1;
    this.#rest.push(block);
  }

  /** Under "About the author": a name, then a line or two about them. */
  #takeAbout(block: Block): void {
    this.#taken.push(block.text);
    if (this.#about === 'name' && words(block.text).length <= 5 && !endsSentence(block.text)) {
      if (this.#byline.length === 0) this.#byline.push(block.text);
      this.#about = 'bio';
      return;
    }
    this.#bio.push(block.text);
    if (this.#bio.length >= 3) this.#about = 'no';
  }

  #takeCredit(block: Block): boolean {
    const credit = block.kind === 'heading' ? null : readCredit(block.text);
    if (credit === null) return this.#takeCaption(block);
    // A credit belongs to the lead picture while little of the text has been read.
    if (this.#credit === null && this.#prose <= 3) {
      this.#credit = credit;
      this.#taken.push(block.text);
    } else if (credit === this.#credit) this.#taken.push(block.text);
    else this.#captions.push(block.text);
    return true;
  }

  /** A caption may end with its credit; in running text only one in brackets at the very top is taken for a caption. */
  #takeCaption(block: Block): boolean {
    const within = creditWithin(block.text);
    const set =
      within !== null && this.#prose === 0 && block.text.length < 300 && /[)\]]\.?$/.test(block.text);
    if (block.kind !== 'caption' && !set) return false;
    if (within !== null && this.#credit === null && this.#prose <= 3) this.#credit = within;
    if (block.text === this.#credit) this.#taken.push(block.text);
    else this.#captions.push(block.text);
    return true;
  }

  #takeHead(at: number, block: Block): boolean {
    if (this.#prose > 1 || this.#rest.length > HEAD || block.text.length > 300) return false;
    if (readMarker(block.text) !== null) return false;
    return this.#takeByline(block) || this.#takeDate(at, block) || this.#takeDek(at, block);
  }

  #takeByline(block: Block): boolean {
    const byline = readByline(block.text);
    const declared = this.#post.metadata.authors.some((name) => isSigned(block.text, name));
    if (byline === null && !declared) return false;
    this.#byline.push(
      ...(byline?.names ?? this.#post.metadata.authors.filter((name) => isSigned(block.text, name))),
    );
    this.#published ??= byline === null ? null : readDateLine(byline.rest);
    this.#taken.push(block.text);
    return true;
  }

  #takeDate(at: number, block: Block): boolean {
    const stamp = readDateLine(block.text);
    if (stamp === null || stamp.date === null || stamp.date.type === 'weekday') return false;
    if (this.#headsAnEntry(at, stamp)) return false;
    this.#published ??= stamp;
    this.#taken.push(block.text);
    return true;
  }

  /** A page with several such lines, or a status under this one, is a list of entries and not a dated post. */
  #headsAnEntry(at: number, { clock }: Stamp): boolean {
    if (clock === null) return false;
    const dated = this.#post.blocks.filter(({ text }) => readDateLine(text)?.clock);
    return dated.length > 1 || readStatus(this.#post.blocks[at + 1]?.text ?? '') !== null;
  }

  /** On a page, a line between the headline and the byline or date is the dek. */
  #takeDek(at: number, block: Block): boolean {
    if (this.#dek !== null || this.#headline < 0 || at - this.#headline > 3 || at < this.#headline)
      return false;
    const onPage = this.#post.blocks[this.#headline]?.level === 1 && this.#post.metadata.headlines.length > 0;
    const next = this.#post.blocks.slice(at + 1, at + 5);
    const bylined = next.some(({ text }) => readByline(text) !== null || readDateLine(text) !== null);
    if (!onPage || !bylined || this.#byline.length > 0) return false;
    this.#dek = block.text;
    return true;
  }
}

/** The line is the author's name, alone or with a date or post after it. */
function isSigned(line: string, author: string): boolean {
  if (line.length > author.length + 60 || !plain(line).startsWith(plain(author))) return false;
  return !endsSentence(line) && !/[.!?:]\s/.test(line.slice(author.length));
}
