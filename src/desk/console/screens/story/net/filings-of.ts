import { newId } from '../../../../../domain/id.ts';
import type { PublishAs, StoryWire } from '../../../../shared/wire.ts';
import { serverInstant } from '../../../kit/now.ts';
import type { Filing } from '../../../offline/queue-item.ts';

type Sent = Pick<Filing, 'draftId' | 'kind' | 'updateId' | 'then'> & {
  how: PublishAs | undefined;
  /** Ids of drafted updates that are to go out with a story as it is opened. */
  beside: string[];
};

/** Whether the newsroom knows a draft; else it is on this device alone. */
export const isHeardOf = ({ drafts }: StoryWire, draftId: string): boolean =>
  drafts.some(({ id, version }) => id === draftId && version > 0);

/**
 * What goes into the queue when a draft is sent. Of a story that is opened: those beside it that the newsroom has go out with it;
 * it hears of the others after it, one by one.
 */
export function filingsOf(story: StoryWire, { how, beside, ...sent }: Sent): Filing[] {
  const opens = sent.kind === 'top' && story.state === 'unpublished';
  const heard = beside.filter((id) => isHeardOf(story, id));
  const first: Filing = {
    ...sent,
    key: newId(serverInstant()),
    storyId: story.id,
    ...(how && { how }),
    ...(opens && { opens }),
    ...(heard.length > 0 && { beside: heard }),
  };
  const after = beside.filter((id) => !heard.includes(id));
  return [
    first,
    ...after.map((draftId): Filing => ({
      key: newId(serverInstant()),
      draftId,
      storyId: story.id,
      kind: 'update',
      updateId: null,
      // oxlint-disable-next-line unicorn/no-thenable -- the wire's name; nobody awaits it
      then: sent.then,
    })),
  ];
}
