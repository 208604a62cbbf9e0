import type { Author } from '../domain/author.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { Story, TopVersion } from '../domain/story.ts';
import type { Correction, Update } from '../domain/update.ts';
import { codec, type Codec } from './rows.ts';
import type { Activity, Answer } from './storage.ts';
import type { Token, User } from './stores.ts';

export const storyCodec = codec<Story, 'top'>({ json: ['top'] });
export const updateCodec = codec<Update, 'body', 'timeKnown' | 'keyEvent' | 'analysis'>({
  json: ['body'],
  flags: ['timeKnown', 'keyEvent', 'analysis'],
});
export const topCodec = codec<TopVersion, 'top'>({ json: ['top'] });
export const eventCodec = codec<LoggedEvent>();
export const authorCodec = codec<Author>();
export const correctionCodec = codec<Correction>();
export const tokenCodec = codec<Token>();
export const userCodec = codec<User>();
export const answerCodec = codec<Answer, 'headers'>({ json: ['headers'] });
export const activityCodec = codec<Activity>();

type Row<C> =
  C extends Codec<never, infer R> ? R : C extends { toRow: (value: never) => infer R } ? R : never;

/** The tables as `migrations/` makes them, alike in both engines. */
export type Tables = {
  logs: { story_id: string; seq: number; hash: string; last_at: string };
  events: Row<typeof eventCodec>;
  stories: Row<typeof storyCodec>;
  slugs: { slug: string; story_id: string };
  tops: Row<typeof topCodec>;
  updates: Row<typeof updateCodec>;
  corrections: Row<typeof correctionCodec>;
  authors: Row<typeof authorCodec>;
  /** Who is named in the byline in force. */
  bylines: { name: string; story_id: string };
  site: { id: string; name: string };
  activity: Row<typeof activityCodec>;
  tokens: Row<typeof tokenCodec>;
  users: Row<typeof userCodec>;
  answers: Row<typeof answerCodec>;
  imports: { digest: string; story_id: string; at: string };
  test_clock: { id: number; now: string; set_at: string; running: number };
};
