import type { DraftContent, TopFields } from '../../domain/desk/draft.ts';
import { emptyDocument } from '../../domain/document.ts';
import type { Story } from '../../domain/story.ts';
import type { SiteAtVersion } from '../../domain/site.ts';
import type { Update } from '../../domain/update.ts';

const BLANK = { author: '', keyEvent: false, analysis: false };

/** What a new update begins with: the name of who writes it. */
export const blankUpdate = (author: string): DraftContent => ({
  ...BLANK,
  title: '',
  body: emptyDocument(),
  author,
  top: null,
});

/** What the top of a story begins with that is still to be opened. */
export function blankTopOf({ zone, lang }: Pick<SiteAtVersion, 'zone' | 'lang'>, name: string): DraftContent {
  const nothing = { dek: '', credit: '', summary: [], photo: null, section: '', placeZone: '' };
  const top: TopFields = { ...nothing, byline: [name], zone, lang };
  return { ...BLANK, title: '', body: emptyDocument(), top };
}

/** A published update as it stands, to be edited. */
export const fromUpdate = ({ title, body, author, keyEvent, analysis }: Update): DraftContent => ({
  title: title ?? '',
  body,
  author: author ?? '',
  keyEvent,
  analysis,
  top: null,
});

/** A story's top as it stands, to be written through. */
export function fromTop({ top, zone, placeZone, section, lang }: Story): DraftContent {
  const { headline, lead, dek, byline, credit, summary, photo } = top;
  const fields: TopFields = {
    dek: dek ?? '',
    byline,
    credit: credit ?? '',
    summary,
    photo: photo ?? null,
    section: section ?? '',
    zone,
    placeZone: placeZone ?? '',
    lang,
  };
  return { ...BLANK, title: headline, body: lead, top: fields };
}
