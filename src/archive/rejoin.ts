import { othersOf, STALING, tell, merged, type Beside } from '../commands/tell-linked.ts';
import type { Newsroom } from '../commands/perform.ts';
import type { Happening } from '../domain/event.ts';
import type { Storage, StoryAtHead } from '../storage/storage.ts';

/** Marks read at once. */
const PAGE = 500;

/**
 * Joins a story that was taken in with those of its language group that are here. Logs that came together fit one another
 * and keep their hashes; a story that was here before (not in `takenIn`) is told of the new one, and a translation whose
 * original was corrected in the part its own log does not know of becomes stale.
 */
export async function rejoin(
  { storage, clock }: Newsroom,
  storyId: string,
  takenIn: Set<string>,
): Promise<void> {
  for (;;) {
    const here = await storage.findStory({ id: storyId });
    if (!here) return;
    const group = [here, ...(await storage.linkedStories(storyId))];
    const recordedAt = await clock.fresh();
    const told: Beside[] = [];
    for (const member of group) {
      const happenings = [
        ...(await stalenessOf(storage, member, group)),
        ...(takenIn.has(member.story.id)
          ? []
          : [
              othersOf(
                member.story,
                group.map(({ story }) => story),
              ),
            ]),
      ];
      if (happenings.length > 0)
        told.push(tell({ actor: 'import', at: recordedAt, recordedAt }, member, happenings));
    }
    if (told.length === 0) return;
    const { logs, rows, activity } = merged(told);
    const result = await storage.commit({ logs, rows, activity });
    if (result.type === 'committed') return;
    if (result.type !== 'stale') throw new Error(`a language group was answered with ${result.type}`);
  }
}

/** What a translation was not told of its original's corrections. */
async function stalenessOf(
  storage: Storage,
  { story }: StoryAtHead,
  group: StoryAtHead[],
): Promise<Happening[]> {
  const original = group.find((each) => each.story.id === story.translationOf);
  if (!original || story.sourceSeq === null) return [];
  let last: { seq: number; at: string } | null = null;
  for (let seq = story.sourceSeq; ;) {
    const marks = await storage.storyMarks(original.story.id, seq, PAGE);
    last = marks.findLast(({ kind }) => STALING.has(kind)) ?? last;
    if (marks.length < PAGE) break;
    seq = marks.at(-1)!.seq;
  }
  if (!last || last.at <= (story.sourceCorrectedAt ?? '')) return [];
  return [{ kind: 'translation-stale', sourceSeq: last.seq, correctedAt: last.at }];
}
