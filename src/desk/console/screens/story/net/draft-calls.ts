import { ask } from '../../../net/api.ts';
import type {
  Draft,
  MadeDraftWire,
  NewDraftWire,
  OpenedWire,
  PublishAs,
  PublishedWire,
} from '../../../../shared/wire.ts';

/** How long an answer may take, ms, of what goes into the queue where none comes. */
const patience = 5000;

const at = ({ id }: Pick<Draft, 'id'>) => ({ draftId: id });
const seen = ({ version }: Pick<Draft, 'version'>) => ({ version });

/** What the newsroom is asked to do with a draft; each answers it as it stands then, or throws a `Problem`. */
export const draftCalls = {
  find: (id: string) => ask<Draft>('GET /drafts/:draftId', { params: at({ id }), patience }),
  make: (draft: NewDraftWire) => ask<MadeDraftWire>('POST /drafts', { body: draft }),
  file: (draft: Draft) =>
    ask<Draft>('POST /drafts/:draftId/filing', { params: at(draft), body: seen(draft), patience }),
  takeBack: (draft: Draft) =>
    ask<Draft>('DELETE /drafts/:draftId/filing', { params: at(draft), query: seen(draft) }),
  publish: (draft: Draft, how?: PublishAs) =>
    ask<PublishedWire>('POST /drafts/:draftId/publication', {
      params: at(draft),
      body: { ...seen(draft), ...(how && { how }) },
      patience,
    }),
  /** Opens a story with its top, and these drafts with it. */
  open: (top: Draft, draftIds: string[] = []) =>
    ask<OpenedWire>('POST /stories/:storyId/opening', {
      params: { storyId: top.storyId },
      body: { ...seen(top), draftIds },
      patience,
    }),
  schedule: (draft: Draft, publishAt: string, how?: PublishAs) =>
    ask<Draft>('PUT /drafts/:draftId/schedule', {
      params: at(draft),
      body: { ...seen(draft), publishAt, ...(how && { how }) },
    }),
  unschedule: (draft: Draft) =>
    ask<Draft>('DELETE /drafts/:draftId/schedule', { params: at(draft), query: seen(draft) }),
  embargo: (draft: Draft, until: string) =>
    ask<Draft>('PUT /drafts/:draftId/embargo', { params: at(draft), body: { ...seen(draft), until } }),
  liftEmbargo: (draft: Draft) =>
    ask<Draft>('DELETE /drafts/:draftId/embargo', { params: at(draft), query: seen(draft) }),
  trash: (draft: Draft) => ask<Draft>('PUT /drafts/:draftId/trash', { params: at(draft), body: seen(draft) }),
  restore: (draft: Draft) =>
    ask<Draft>('DELETE /drafts/:draftId/trash', { params: at(draft), query: seen(draft) }),
  /** What was published since it was begun has been taken in. */
  rebase: (draft: Draft, baseVersion: number) =>
    ask<Draft>('PUT /drafts/:draftId/base', { params: at(draft), body: { ...seen(draft), baseVersion } }),
};
