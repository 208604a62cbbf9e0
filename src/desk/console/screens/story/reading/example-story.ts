import { emptyContent } from '../../../../shared/draft-doc.ts';
import type { Draft, StoryWire, UpdateWire } from '../../../../shared/wire.ts';
import { newDraft } from '../../../../../domain/desk/new-draft.ts';
import { paragraphs } from '../../../../../domain/document.ts';

const OPENED = '2019-02-28T03:55:00.000Z';

/** A draft for tests, of what they say of it. */
export const aDraft = (said: Partial<Draft> = {}): Draft => {
  const begun = { id: 'draft', storyId: 'story', kind: 'update' as const, content: emptyContent() };
  return { ...newDraft({ ...begun, by: 'ada', now: OPENED }), ...said };
};

/** A published update for tests. */
export const anUpdate = (said: Partial<UpdateWire> = {}): UpdateWire => ({
  id: 'update',
  storyId: 'story',
  seq: 2,
  lastSeq: 2,
  version: 1,
  at: OPENED,
  timeKnown: true,
  title: null,
  body: paragraphs(['The talks go on.']),
  author: null,
  writtenBy: null,
  writtenAt: null,
  publishedBy: null,
  keyEvent: false,
  analysis: false,
  status: 'published',
  editedAt: null,
  modifiedAt: null,
  retractedAt: null,
  retractionReason: null,
  html: '<p>The talks go on.</p>',
  corrections: [],
  url: 'https://news.example/stories/talks/updates/update',
  ...said,
});

/** A running story for tests. */
export const aStory = (said: Partial<StoryWire> = {}): StoryWire => ({
  id: 'story',
  slug: 'talks',
  url: 'https://news.example/stories/talks',
  seq: 1,
  version: 1,
  state: 'live',
  pausedUntil: null,
  zone: 'America/New_York',
  placeZone: 'Asia/Ho_Chi_Minh',
  section: null,
  lang: 'en',
  top: {
    headline: 'Talks begin',
    dek: null,
    lead: paragraphs(['They meet today.']),
    byline: [],
    credit: null,
    summary: [],
  },
  topVersion: 1,
  topWrittenAt: OPENED,
  headlineAt: OPENED,
  leadAt: OPENED,
  leadOlderThanHeadline: false,
  pinnedId: null,
  sample: false,
  updates: [],
  more: false,
  drafts: [],
  may: [],
  next: null,
  previous: null,
  late: [],
  handover: null,
  names: {},
  ...said,
});
