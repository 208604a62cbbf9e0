import { outletsIn } from '../domain/find/outlets.ts';
import type { EventMark } from '../domain/event.ts';
import type { Update } from '../domain/update.ts';
import { renderNames } from '../render/names.ts';
import { lazily } from '../render/lazily.ts';
import { storyParts } from '../render/parts.ts';
import { renderUpdate } from '../render/update.ts';
import { viewOf, type StoryView } from '../render/view.ts';
import type { Snapshot, Storage } from '../storage/storage.ts';
import type { Source } from './feed.ts';
import { frameName, type Frame, type FrameData, type Parts } from './frames.ts';

/** The frames of one story's log. */
export function storySource(storage: Storage, storyId: string): Source {
  return {
    idOf: (mark) => mark.seq,
    read: (after, limit) => storage.storyMarks(storyId, after, limit),
    async build(marks) {
      const ids = new Set(marks.flatMap((mark) => mark.updateId ?? []));
      const snapshot = await storage.snapshot(storyId, {
        order: 'newest',
        limit: 0,
        ids: [...ids],
        names: true,
      });
      // It was put into the trash: whoever has its page open loads it anew, and is told that there is none.
      if (!snapshot) return { frames: gone(marks), over: true };
      const frames = framesFrom(viewOf(snapshot), marks);
      return { frames, over: snapshot.story.state === 'ended' };
    },
  };
}

const gone = (marks: EventMark[]): Frame[] =>
  marks.slice(-1).map(({ seq }) => ({ id: seq, name: 'reset', data: {} }));

function framesFrom(snapshot: Snapshot & StoryView, marks: EventMark[]): Frame[] {
  const { headline } = snapshot.story.top;
  const parts = partsOf(snapshot);
  const html = new Map(
    snapshot.updates.map((update) => [update.id, renderUpdate(snapshot, update).toString()]),
  );
  const updates = new Map(snapshot.updates.map((update) => [update.id, update]));
  return marks.map((mark) => {
    const name = frameName(mark);
    const data: FrameData = { seq: mark.seq, at: mark.at, kind: mark.kind };
    const update = mark.updateId === null ? undefined : updates.get(mark.updateId);
    if (update && name !== 'story') {
      data.update = {
        id: update.id,
        html: html.get(update.id)!,
        before: snapshot.previous[update.id] ?? null,
        keyEvent: update.keyEvent,
        author: update.author,
        outlets: outletsIn(update.body).map(({ key }) => key),
      };
    }
    const shown =
      name === 'story' || !update ? withoutNames(parts) : partsBeside(parts, mark, update, snapshot);
    if (shown) data.story = { headline, state: snapshot.story.state, html: shown };
    return { id: mark.seq, name, data };
  });
}

/** Rendered as far as frames show them. */
function partsOf(snapshot: Snapshot & StoryView): Parts {
  const { language, names } = snapshot;
  const rendered = storyParts(snapshot);
  return lazily<Parts>({
    top: () => rendered.top.toString(),
    summary: () => rendered.summary.toString(),
    keyEvents: () => rendered.keyEvents.toString(),
    pinned: () => rendered.pinned.toString(),
    dates: () => rendered.dates.toString(),
    ...(names && {
      authors: () => renderNames(language, names.authors).toString(),
      outlets: () => renderNames(language, names.outlets).toString(),
    }),
  });
}

function withoutNames({ top, summary, keyEvents, pinned, dates }: Parts): Parts {
  return { top: top!, summary: summary!, keyEvents: keyEvents!, pinned: pinned!, dates: dates! };
}

/** What else on the page may have changed with an update: no more is sent beside it. */
function partsBeside(parts: Parts, mark: EventMark, update: Update, { story }: Snapshot): Parts | null {
  const { authors, outlets } = parts;
  // A mark moves no name; anything else may, by what an update said before.
  const shown: Parts =
    mark.kind === 'key-event' || authors === undefined || outlets === undefined ? {} : { authors, outlets };
  // A small edit moves no date, but the line of the latest update beside them shows its words.
  if (mark.kind !== 'key-event') shown.dates = parts.dates!;
  if (mark.kind === 'key-event' || update.keyEvent || update.status === 'retracted')
    shown.keyEvents = parts.keyEvents!;
  if (story.pinnedId === update.id || update.status === 'retracted') shown.pinned = parts.pinned!;
  if (update.status === 'retracted') shown.summary = parts.summary!;
  return Object.keys(shown).length > 0 ? shown : null;
}
