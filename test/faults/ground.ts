import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { openNewsroom } from '../../src/app.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { openStory } from '../../src/commands/open-story.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { documentText } from '../../src/render/document-text.ts';
import { pause } from '../support/server-process.ts';
import type { Poster } from './poster.ts';

export function configOf(settings: Record<string, string>): Config {
  const read = readConfig(settings);
  if (read.type !== 'config') throw new Error(JSON.stringify(read.faults));
  return read.config;
}

/** A story to post to, and the token to do it with. */
export async function prepare(config: Config): Promise<{ slug: string; token: string }> {
  await using newsroom = await openNewsroom(config);
  const opened = await openStory(newsroom, { actor: 'faults', input: { headline: 'A night of failures' } });
  if (opened.type !== 'played') throw new Error(JSON.stringify(opened));
  const made = await createToken(newsroom, { name: 'faults', scope: 'write' });
  if (made.type !== 'created') throw new Error(JSON.stringify(made));
  return { slug: opened.story.slug, token: made.secret };
}

type Posted = Poster[];
type Found = { seq: number; texts: Map<string, number>; doubled: number; lost(posters: Posted): number };

/** The story as it lies in the database. */
export async function whatIsThere(config: Config, slug: string): Promise<Found> {
  await using newsroom = await openNewsroom(config);
  const found = await newsroom.storage.findStory({ slug });
  const snapshot =
    found && (await newsroom.storage.snapshot(found.story.id, { order: 'oldest', limit: Infinity }));
  if (!snapshot) throw new Error('the story is gone');
  return foundIn(
    snapshot.seq,
    snapshot.updates.map(({ body }) => documentText(body)),
  );
}

/** The story as everybody is shown it; asked until it is. */
export async function whatIsShown(url: string, slug: string): Promise<Found> {
  for (;;) {
    // By an address nobody asked for yet: a cache before the server may hold the story for its second.
    const answer = await fetch(`${url}/stories/${slug}.json?asked=${randomUUID()}`).catch(() => null);
    if (answer?.status === 200) {
      const { seq, updates } = (await answer.json()) as { seq: number; updates: { text: string }[] };
      return foundIn(
        seq,
        updates.map(({ text }) => text),
      );
    }
    await pause(100);
  }
}

function foundIn(seq: number, updates: string[]): Found {
  const texts = new Map<string, number>();
  for (const update of updates) {
    const text = update.trim();
    texts.set(text, (texts.get(text) ?? 0) + 1);
  }
  return {
    seq,
    texts,
    doubled: [...texts.values()].filter((count) => count > 1).length,
    lost: (posters) => posters.flatMap((each) => each.acknowledged).filter((text) => !texts.has(text)).length,
  };
}

export function faultsOf(posters: Posted, found: Found): string[] {
  const faults: string[] = [];
  const sent = new Set(posters.flatMap((each) => each.sent));
  for (const text of posters.flatMap((each) => each.acknowledged)) {
    if (!found.texts.has(text)) faults.push(`acknowledged but not there: ${text}`);
  }
  for (const [text, count] of found.texts) {
    if (count > 1) faults.push(`there ${count} times: ${text}`);
    if (!sent.has(text)) faults.push(`there but never sent: ${text}`);
  }
  return faults;
}

/** `writethru verify`, of this version or of the one in another folder. */
export function verifiedBy(
  settings: Record<string, string>,
  root = path.join(import.meta.dirname, '..', '..'),
) {
  const env = { ...process.env, ...settings };
  return spawnSync(path.join(root, 'bin', 'writethru'), ['verify'], { env, encoding: 'utf8' });
}
