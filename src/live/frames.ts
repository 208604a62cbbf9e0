import type { EventMark, Kind } from '../domain/event.ts';
import type { StoryState } from '../domain/story.ts';

/** What a stream's `event:` line says. */
export type FrameName = 'insert' | 'replace' | 'remove' | 'story' | 'beat' | 'reset';

export type Parts = {
  top?: string;
  summary?: string;
  keyEvents?: string;
  pinned?: string;
  dates?: string;
  /** The names that updates can be filtered by. */
  authors?: string;
  outlets?: string;
};

/** What a stream's `data:` line holds, as JSON; `events.json` holds the same. */
export type FrameData = {
  seq: number;
  at: string;
  kind: Kind;
  /**
   * `before` is the update it stands before where the newest comes first; null: it is the oldest.
   * A page that shows some updates only goes by the rest, as it stands now: `author` its name, `outlets` their keys.
   */
  update?: {
    id: string;
    html: string;
    before: string | null;
    keyEvent: boolean;
    author: string | null;
    outlets: string[];
  };
  /** `html` has the parts of the page that may have changed. */
  story?: { headline: string; state: StoryState; html: Parts };
};

/** The same of the site's stream: `html` is the story's card. Without `story` it is to go from the page. */
export type SiteFrameData = {
  position: number;
  seq: number;
  at: string;
  kind: Kind;
  storyId?: string;
  story?: {
    id: string;
    slug: string;
    section: string | null;
    headline: string;
    state: StoryState;
    html: string;
  };
};

/** One event as it goes out: `id` is what a reader resumes by, `data` goes out as JSON. */
export type Frame = { id: number; name: FrameName; data: FrameData | SiteFrameData | Record<string, never> };

const NAMES: Partial<Record<Kind, FrameName>> = {
  post: 'insert',
  'small-edit': 'replace',
  edit: 'replace',
  correction: 'replace',
  retraction: 'replace',
  'key-event': 'replace',
};

/** The frame an event is shown by; whatever touches no single update is a `story` frame. */
export function frameName(mark: Pick<EventMark, 'kind'>): FrameName {
  return NAMES[mark.kind] ?? 'story';
}

/**
 * Frames as one answer says them, oldest first: what a later one brings of the page as well is left out of those before it.
 * All of them show the story as it stands now, and whoever is cut off between them is still sent the last.
 */
export function eachPartOnce(frames: Frame[]): Frame[] {
  const later = new Set<string>();
  return frames
    .toReversed()
    .map((frame) => withoutParts(frame, later))
    .toReversed();
}

/** The frame without the parts that are known; those it has are known from then on. */
function withoutParts(frame: Frame, known: Set<string>): Frame {
  const { name, data } = frame;
  if (!isOfStory(data) || !data.story) return frame;
  const { story, ...rest } = data;
  const parts = Object.entries(story.html);
  const left = parts.filter(([part]) => !known.has(part));
  for (const [part] of left) known.add(part);
  if (left.length === parts.length) return frame;
  if (left.length === 0 && name !== 'story') return { ...frame, data: rest };
  return { ...frame, data: { ...rest, story: { ...story, html: Object.fromEntries(left) } } };
}

const isOfStory = (data: Frame['data']): data is FrameData => 'seq' in data && !('position' in data);

/** The frame as text (WHATWG HTML §9.2.5). JSON has no raw line break, so no field can be smuggled in. */
export function frameText({ id, name, data }: Frame): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Tells a page that the line is alive, and which seq of the site's log it must be of; without an id, so that it moves no one's place. */
export const beatText = (siteSeq: number): string => `event: beat\ndata: {"site":${siteSeq}}\n\n`;

/** The reader's number is from a log that is gone (a backup was restored): load the page anew. */
export const RESET = 'event: reset\ndata: {}\n\n';
