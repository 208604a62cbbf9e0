import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNewsroom } from '../src/app.ts';
import { createToken } from '../src/commands/create-token.ts';
import { commitOpening, readOpening } from '../src/commands/open-story.ts';
import type { Newsroom } from '../src/commands/perform.ts';
import { postUpdate } from '../src/commands/post-update.ts';
import { readConfig } from '../src/config.ts';
import { paragraphs } from '../src/domain/document.ts';
import { newId } from '../src/domain/id.ts';
import { instantOf, millisecondsOf } from '../src/domain/time.ts';
import { someText } from './words.ts';
import { killableServer, type KillableServer } from '../test/support/server-process.ts';

export type BenchSite = AsyncDisposable & { server: KillableServer; folder: string; token: string };

/** The product as a process of its own, on SQLite in a folder that is taken away; `stories`: slug and number of updates. */
export async function benchSite(
  stories: Record<string, number>,
  settings: Record<string, string> = {},
): Promise<BenchSite> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-bench-'));
  const read = readConfig({ DATA_DIR: folder });
  if (read.type !== 'config') throw new Error('the settings are bad');
  let token = '';
  {
    await using newsroom = await openNewsroom(read.config);
    for (const [slug, count] of Object.entries(stories)) await fill(newsroom, slug, count);
    const made = await createToken(newsroom, { name: 'bench', scope: 'write' });
    if (made.type !== 'created') throw new Error('the token was refused');
    token = made.secret;
  }
  const server = await killableServer({ DATA_DIR: folder, ...settings });
  await server.start();
  return {
    server,
    folder,
    token,
    async [Symbol.asyncDispose]() {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a story of so many updates says, a paragraph each: its lead, then two of each update. */
export const wordsOf = (count: number): string[] => [
  someText(600, 0),
  ...Array.from({ length: count }, (_, index) => [
    someText(500, index),
    someText(300, index + 10_000),
  ]).flat(),
];

async function fill(newsroom: Newsroom, slug: string, count: number): Promise<void> {
  const [lead, ...bodies] = wordsOf(count);
  const opening = readOpening({ headline: slug, lead: paragraphs([lead!]) });
  if ('errors' in opening) throw new Error('the opening was refused');
  const recordedAt = newsroom.clock.now();
  const at = (index: number): string => instantOf(millisecondsOf(recordedAt) - (count - index) * 20_000);
  const steps = Array.from({ length: count }, (_, index) => ({
    at: at(index),
    verb: postUpdate(newId(at(index)), {
      body: paragraphs(bodies.slice(2 * index, 2 * index + 2)),
    }),
  }));
  await commitOpening(newsroom, {
    actor: 'bench',
    storyId: newId(recordedAt),
    opening,
    at: at(-1),
    recordedAt,
    steps,
  });
}

/** Posts one update through the API; the milliseconds until its commit was acknowledged. */
export async function post({ server, token }: BenchSite, slug: string, markdown: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(`${server.url}/api/v1/stories/${slug}/updates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ markdown }),
  });
  const told = await answer.text();
  if (answer.status !== 201) throw new Error(`${answer.status}: ${told}`);
  return performance.now() - begun;
}
