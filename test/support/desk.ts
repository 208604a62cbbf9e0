import assert from 'node:assert/strict';
import { correctUpdate } from '../../src/commands/correct-update.ts';
import { openStory, type OpenInput } from '../../src/commands/open-story.ts';
import { perform, type Newsroom } from '../../src/commands/perform.ts';
import type { Played } from '../../src/commands/play.ts';
import { postUpdate, type PostInput } from '../../src/commands/post-update.ts';
import type { Verb } from '../../src/commands/verb.ts';
import type { MediaDetailsInput } from '../../src/commands/media-fields.ts';
import { takeInMedia } from '../../src/commands/take-in-media.ts';
import { picture } from '../../src/storage/contract/telling.ts';
import { paragraphs } from '../../src/domain/document.ts';
import { newId } from '../../src/domain/id.ts';

/** An editor at the desk, for tests: every verb is expected to be carried out. */
export function editorAt(newsroom: Newsroom) {
  const id = (): string => newId(newsroom.clock.now());
  const onUpdate = async (updateId: string, ...verbs: Verb[]): Promise<Played> =>
    done(await perform(newsroom, { actor: 'test', story: { updateId }, verbs }));
  return {
    /** Takes a picture in whose bytes lie nowhere; its id. */
    takesPicture: async (details: MediaDetailsInput = { alt: 'Water at a wall.' }): Promise<string> => {
      const {
        kind: _,
        mediaId: __,
        renditions,
        alt: ___,
        caption: ____,
        credit: _____,
        ...facts
      } = picture();
      const taken = await takeInMedia(newsroom, 'test', { facts, details, renditions });
      assert.ok(taken.type === 'written', JSON.stringify(taken));
      return taken.media.id;
    },
    opens: async (input: Partial<OpenInput> = {}): Promise<Played> => {
      const opening = { headline: 'The barrier holds', lead: paragraphs(['The river is high.']), ...input };
      return done(await openStory(newsroom, { actor: 'test', input: opening }));
    },
    posts: async (slug: string, words: string, more: PostInput = {}): Promise<string> => {
      const updateId = id();
      const verbs = [postUpdate(updateId, { body: paragraphs([words]), ...more })];
      done(await perform(newsroom, { actor: 'test', story: { slug }, verbs }));
      return updateId;
    },
    corrects: (updateId: string, was: string, is: string, words: string): Promise<Played> =>
      onUpdate(updateId, correctUpdate(updateId, id(), { was, is, body: paragraphs([words]) })),
    onUpdate,
    onStory: async (slug: string, ...verbs: Verb[]): Promise<Played> =>
      done(await perform(newsroom, { actor: 'test', story: { slug }, verbs })),
  };
}

function done(outcome: { type: string }): Played {
  assert.equal(outcome.type, 'played', JSON.stringify(outcome));
  return outcome as Played;
}
