import {
  factsOfStory,
  factsOfUpdate,
  type StoryFacts,
  type UpdateFacts,
} from '../../domain/noticing/story-facts.ts';
import type { Storage, StoryAtHead } from '../../storage/storage.ts';

/** Updates of a story that a draft is held against: the last ones. */
const UPDATES = 500;

/** Stories that one thread remembers. */
const REMEMBERED = 40;

type Remembered = {
  seq: number;
  facts: StoryFacts;
  /** By the update and its version: an edit takes one apart anew, and not five hundred. */
  updates: Map<string, UpdateFacts>;
};

/** What the stories told that drafts are being written for, each as of a position of its log. */
export class StoryMemory {
  readonly #stories = new Map<string, Remembered>();

  async factsOf(storage: Storage, { story, seq }: StoryAtHead): Promise<StoryFacts> {
    const known = this.#stories.get(story.id);
    if (known?.seq === seq) return known.facts;
    const fresh = await this.#read(storage, story.id, known);
    this.#stories.delete(story.id);
    this.#stories.set(story.id, fresh);
    const [oldest] = this.#stories.keys();
    if (this.#stories.size > REMEMBERED && oldest !== undefined) this.#stories.delete(oldest);
    return fresh.facts;
  }

  async #read(storage: Storage, storyId: string, known: Remembered | undefined): Promise<Remembered> {
    const snapshot = await storage.snapshot(storyId, { order: 'newest', limit: UPDATES });
    if (!snapshot) throw new Error(`story ${storyId} went while it was looked at`);
    const { story, seq } = snapshot;
    const updates = new Map<string, UpdateFacts>();
    for (const update of snapshot.updates) {
      if (update.status !== 'published') continue;
      const key = `${update.id} ${update.version}`;
      updates.set(key, known?.updates.get(key) ?? factsOfUpdate(update));
    }
    const retracted = await storage.retractedUpdates(storyId);
    const { headline, lead, byline } = story.top;
    const { zone, placeZone, lang } = story;
    const facts = factsOfStory({
      zone,
      placeZone,
      lang,
      byline,
      updates: [...updates.values()],
      top: factsOfUpdate({ id: '', title: headline, body: lead }),
      retracted: retracted.map(({ id }) => id),
    });
    return { seq, facts, updates };
  }
}
