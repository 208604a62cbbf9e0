import { serverInstant } from '../../../kit/now.ts';
import type { Onward } from '../../../kit/toast-store.ts';
import { enqueue, hold } from '../../../offline/enqueue.ts';
import type { Filing } from '../../../offline/queue-item.ts';
import { dropItemOf, queueItems } from '../../../offline/queue.ts';
import { base64Of } from '../../../../shared/base64.ts';
import { contentOf, seedOf } from '../../../../shared/draft-doc.ts';
import type { Draft, DraftKind, PublishAs, PublishedWire, StoryWire } from '../../../../shared/wire.ts';
import { newId } from '../../../../../domain/id.ts';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import { editAgainst } from '../compose/merge.ts';
import { heldBack } from '../compose/unplaced.ts';
import type { SendMore, StoryActs } from './acts.ts';
import { draftCalls } from './draft-calls.ts';
import { filingsOf, isHeardOf } from './filings-of.ts';
import { refusedBy } from './refuse.ts';
import type { AtHand } from './use-acts.ts';
import { whenSaved } from './when-saved.ts';

type SendingActs = Pick<StoryActs, 'send' | 'publish' | 'carryOn'>;

/** Where no answer comes so soon, ms, it goes into the queue. */
const SOON = { patience: 5000 };

/** How drafts go out: now, where the newsroom has every word, else from this device's queue. */
export function sendingActs(hand: AtHand, edit: StoryActs['edit']): SendingActs {
  const { now, say, toast, anew, mine } = hand;

  /** An edit says how it goes out; null: it is not to go after all. */
  const howOf = async (draft: Draft | null, correcting = false): Promise<PublishAs | null | undefined> => {
    if (draft?.kind === 'top' && correcting) {
      const { promise, resolve } = Promise.withResolvers<PublishAs | null>();
      now().ask({ dialog: 'correct-top', draft, answer: resolve });
      return promise;
    }
    if (draft?.kind !== 'edit') return undefined;
    const { promise, resolve } = Promise.withResolvers<PublishAs | null>();
    now().ask({ dialog: 'how', draft, correcting: hand.correcting.has(draft.id), answer: resolve });
    return promise;
  };

  const goOut = async (
    draft: Draft,
    then: 'publish' | 'file',
    how: PublishAs | undefined,
    { beside = [], ...wait }: { beside?: string[]; patience?: number } = {},
  ): Promise<void> => {
    mine(draft.id);
    if (draft.updateId) mine(draft.updateId);
    if (draft.kind === 'top') mine(draft.storyId);
    if (then === 'file') {
      const filed = await draftCalls.file(draft, wait);
      hand.done(say.say('story.wasFiled'), () => draftCalls.takeBack(filed));
    } else if (draft.kind === 'top' && now().story.state === 'unpublished') {
      const { url } = await draftCalls.open(draft, beside, wait);
      toast(say.say('story.wasOpened'), { ways: [seeIt(url)] });
    } else tellPublished(await draftCalls.publish(draft, how, wait), how);
    // It may have been refused from the queue, and was mended since.
    void dropItemOf(draft.id).catch(() => undefined);
    now().turn({ type: 'close', id: draft.id });
    await anew();
  };

  const seeIt = (href: string): Onward => ({ label: say.say('story.seeIt'), href });

  /** What readers see now is not taken back unseen: the ways on are to look at it and to edit it. */
  const tellPublished = ({ draft, updateId, url }: PublishedWire, how: PublishAs | undefined): void => {
    const { story, told } = now();
    const time = told.stamp(draft.publishedAt ?? serverInstant());
    const said =
      draft.kind === 'top'
        ? say.say('story.topWasPublished')
        : how?.as === 'correction'
          ? say.say('story.correctionWasPublished')
          : how
            ? say.say('story.wasEdited')
            : say.say('story.wasPublishedAt', { time });
    const onPick = (): void => {
      const update = now().story.updates.find(({ id }) => id === updateId);
      if (update) void edit(update);
    };
    const mayEdit = updateId !== null && draft.kind !== 'top' && story.may.includes('edit-update');
    toast(said, { ways: mayEdit ? [seeIt(url), { label: say.say('story.edit'), onPick }] : [seeIt(url)] });
  };

  const intoQueue = async (filings: Filing[]): Promise<void> => {
    const { me, turn } = now();
    await enqueue(filings, me.id);
    toast(say.say('story.keptWillSend'));
    for (const filing of filings) if (filing.kind !== 'top') turn({ type: 'close', id: filing.draftId });
  };

  return {
    async send(connection, draft, then, { correcting, beside = [] }: SendMore = {}) {
      const held = heldBack(connection.draftId);
      if (held) return held;
      if (then === 'publish' && draft?.kind === 'edit' && isUnchanged(now().story, draft, connection))
        return { name: 'other', type: 'unchanged', detail: say.say('composer.unchanged') };
      const how = then === 'publish' ? await howOf(draft, correcting) : undefined;
      if (how === null) return null;
      const { draftId } = connection;
      const kind: DraftKind = draft?.kind ?? 'update';
      const updateId = draft?.updateId ?? null;
      // oxlint-disable-next-line unicorn/no-thenable -- the wire's name; nobody awaits it
      const filings = (): Filing[] => filingsOf(now().story, { draftId, kind, updateId, then, how, beside });
      // What waits here goes first: the story it is opened by, updates that are to go out with it.
      const { story, me, opening } = now();
      if (opening !== null || beside.some((id) => !isHeardOf(story, id))) {
        await intoQueue(filings());
        return null;
      }
      // One that was refused from the queue stays there as it is until this one went out.
      const isThere = queueItems.get().some((item) => item.draftId === draftId);
      const letGo = isThere ? null : hold(filings(), me.id);
      try {
        if (!(await whenSaved(connection))) {
          await intoQueue(filings());
          return null;
        }
        const known = await draftCalls.find(draftId, SOON);
        // The version that was seen counts, where one was: what moved since is to be told.
        const seen = draft && draft.version > 0 ? draft : known;
        await goOut({ ...known, version: seen.version }, then, how, { beside, ...SOON });
        return null;
      } catch (error) {
        const refused = refusedBy(say, error);
        if (refused.name === 'offline') {
          await intoQueue(filings());
          return null;
        }
        await anew();
        return refused;
      } finally {
        void letGo?.();
      }
    },
    async publish(draft) {
      if (hand.holds(draft)) return;
      const how = await howOf(draft);
      if (how !== null) await hand.attempt(draft, () => goOut(draft, 'publish', how));
    },
    async carryOn(connection, draft, refused, asNew = false) {
      const { story, turn } = now();
      const moved = refused?.name === 'draft-moved' ? refused.moved.draft : asNew ? null : draft;
      const id = newId(serverInstant());
      const isUpdate = moved?.kind !== 'top' && moved?.status === 'published';
      const updateId = isUpdate ? (moved.updateId ?? moved.id) : null;
      try {
        const { draft: made } = await draftCalls.make({
          id,
          storyId: story.id,
          kind: moved?.kind === 'top' ? 'top' : updateId === null ? 'update' : 'edit',
          updateId,
          // Of the top they began from: publishing it shows both side by side.
          ...(moved?.kind === 'top' && { baseVersion: moved.baseVersion ?? story.topVersion }),
          ...(updateId !== null && {
            baseVersion: story.updates.find((one) => one.id === updateId)?.version ?? 1,
          }),
          state: base64Of(seedOf(contentOf(connection.doc))),
        });
        await anew();
        turn({ type: 'close', id: connection.draftId });
        turn({ type: 'open', id: made.id });
        return null;
      } catch (error) {
        return refusedBy(say, error);
      }
    },
  };
}

/** An edit that says what readers have already, in every part. */
function isUnchanged({ updates }: StoryWire, { updateId }: Draft, { doc }: DraftConnection): boolean {
  const update = updates.find(({ id }) => id === updateId);
  const content = contentOf(doc);
  return (
    update !== undefined &&
    editAgainst(update, content).length === 0 &&
    JSON.stringify(update.body) === JSON.stringify(content.body)
  );
}
