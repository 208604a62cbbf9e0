import type { LoggedEvent } from '../domain/event.ts';
import { SITE } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';
import type { Storage, StoryAtHead } from '../storage/storage.ts';
import { listedMedia, picturesNamed } from './story-media.ts';
import { FORMAT_VERSION, SITE_FORMAT, STORY_FORMAT, type ExportedEvent } from './export-format.ts';

/** Events read at a time: a long log is never held whole. */
const PAGE = 500;

/** One story as JSON text, piece by piece: its log up to where it stands now, who wrote it, and what is known of its pictures. */
export async function* exportStory(
  storage: Storage,
  { story, seq }: StoryAtHead,
  exportedAt: Instant,
): AsyncGenerator<string> {
  yield opening(STORY_FORMAT, exportedAt);
  const pictures = new Set<string>();
  yield* log(storage, story, seq, ({ payload }) => picturesNamed(payload).forEach((id) => pictures.add(id)));
  const whole = await storage.snapshot(story.id, { order: 'oldest', limit: Infinity });
  yield `,\n"authors": ${JSON.stringify(whole?.authors ?? [])}`;
  const media = (await storage.media([...pictures])).map((one) => JSON.stringify(listedMedia(one)));
  yield `,\n"media": [${media.map((line) => `\n${line}`).join(',')}${media.length > 0 ? '\n' : ''}]\n}\n`;
}

/** Every story and the site's own log, as JSON text, piece by piece; `onProgress` hears how many events of all are written. */
export async function* exportSite(
  storage: Storage,
  exportedAt: Instant,
  onProgress: (done: number, total: number) => void = () => undefined,
): AsyncGenerator<string> {
  yield opening(SITE_FORMAT, exportedAt);
  const total = await storage.position();
  const { seq } = await storage.site();
  let done = seq;
  yield '"site": { ';
  yield* events(storage, SITE, seq);
  yield ' },\n"stories": [';
  let first = true;
  for await (const { story, seq: head } of stories(storage)) {
    yield first ? '\n{ ' : ',\n{ ';
    yield* log(storage, story, head);
    yield ' }';
    first = false;
    done += head;
    onProgress(done, Math.max(done, total));
  }
  yield '\n]\n}\n';
}

async function* stories(storage: Storage): AsyncGenerator<StoryAtHead> {
  let after = '';
  for (;;) {
    const heads = await storage.heads(after, PAGE);
    for (const { storyId } of heads) {
      const found = storyId === SITE ? null : await storage.findStory({ id: storyId });
      if (found) yield found;
    }
    const last = heads.at(-1);
    if (!last || heads.length < PAGE) return;
    after = last.storyId;
  }
}

function opening(format: string, exportedAt: Instant): string {
  return `{\n"format": "${format}",\n"version": ${FORMAT_VERSION},\n"exportedAt": "${exportedAt}",\n`;
}

/** Is told of every event that is written. */
type Hear = (event: ExportedEvent) => void;

async function* log(
  storage: Storage,
  { id, slug }: { id: string; slug: string },
  seq: number,
  hear?: Hear,
): AsyncGenerator<string> {
  yield `"story": ${JSON.stringify({ id, slug })},\n`;
  yield* events(storage, id, seq, hear);
}

/** The events up to `seq`; one that is committed meanwhile is left to the next export. */
async function* events(
  storage: Storage,
  storyId: string,
  seq: number,
  hear: Hear = () => undefined,
): AsyncGenerator<string> {
  yield '"events": [';
  for (let after = 0; after < seq; after += PAGE) {
    const page = await storage.events(storyId, after, Math.min(PAGE, seq - after));
    const written = page.map(exported);
    written.forEach(hear);
    const lines = written.map((event) => JSON.stringify(event));
    yield `${after === 0 ? '\n' : ',\n'}${lines.join(',\n')}`;
  }
  yield seq === 0 ? ']' : '\n]';
}

function exported(event: LoggedEvent): ExportedEvent {
  const { storyId: _, position: __, seq, at, recordedAt, kind, updateId, payload, ...seal } = event;
  const words = payload === null ? null : (JSON.parse(payload) as Record<string, unknown>);
  return { seq, at, recordedAt, kind, updateId, payload: words, ...seal };
}
