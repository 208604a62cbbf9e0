import { happeningOf, type Happening } from '../../../../domain/event.ts';
import type { DocumentJSON } from '../../../../domain/document.ts';
import { emptyDocument, isEmptyDocument, picturesIn } from '../../../../domain/document.ts';
import { renderDocument, type DocumentView } from '../../../../render/document.ts';
import { languageFor } from '../../../../render/language.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { UpdateHistoryWire } from '../../../shared/wire.ts';
import { actorsNamed } from '../../actors.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** Versions of one update that are read: its events lie among the story's others. */
const READ = 10_000;

type Version = UpdateHistoryWire['versions'][number];
type Words = Pick<Version, 'title' | 'body' | 'author' | 'keyEvent' | 'analysis'>;

/** What readers could see of an update, version by version, the last first. */
export const updateHistory = deskEndpoint({
  at: 'GET /updates/:updateId/history',
  params: closed({ updateId: id }),
  async answer({ newsroom: { storage }, update, story }) {
    if (!update || !story) return { type: 'not-found' };
    const length = Math.min(READ, update.lastSeq - update.seq + 1);
    const read = await storage.events(update.storyId, update.seq - 1, length);
    const own = read.filter((event) => event.updateId === update.id);
    const actors = await storage.desk.actorsOf(
      update.storyId,
      own.map(({ seq }) => seq),
    );
    const named = await actorsNamed(storage, Object.values(actors));
    const versions: Omit<Version, 'html'>[] = [];
    let words: Words = { title: null, body: emptyDocument(), author: null, keyEvent: false, analysis: false };
    for (const event of own) {
      const { seq, at, kind } = event;
      const happening = happeningOf(event);
      const next = happening && after(words, happening);
      if (!next) continue;
      words = next;
      const by = named.get(actors[seq] ?? '') ?? null;
      versions.push({ ...words, seq, at, kind, by, note: noteOf(happening) });
    }
    const media = await storage.media(versions.flatMap(({ body }) => picturesIn(body)));
    const { site } = await storage.site();
    const view: DocumentView = { language: languageFor({ site, story: story.story }), media };
    const answer: UpdateHistoryWire = {
      versions: versions.map((version) => ({ ...version, html: htmlOf(view, version.body) })).toReversed(),
    };
    return ok(answer);
  },
});

const htmlOf = (view: DocumentView, body: DocumentJSON): string =>
  isEmptyDocument(body) ? '' : renderDocument(view, body).toString();

/** The words as they stood after it; null where it moved none. */
function after(words: Words, happening: Happening): Words | null {
  switch (happening.kind) {
    case 'post': {
      const { title, body, author, keyEvent, analysis } = happening;
      return { title, body, author, keyEvent, analysis };
    }
    case 'small-edit':
    case 'edit': {
      const { title, body, author, analysis } = happening;
      return { ...words, title, body, author, analysis };
    }
    case 'correction':
      return { ...words, title: happening.title, body: happening.body };
    case 'key-event':
      return { ...words, keyEvent: happening.marked };
    case 'retraction':
      return { ...words, title: null, body: emptyDocument() };
    default:
      return null;
  }
}

function noteOf(happening: Happening): Version['note'] {
  if (happening.kind === 'correction') {
    const { was, is, note } = happening;
    return { was, is, note };
  }
  return happening.kind === 'retraction' ? { reason: happening.reason } : null;
}
