import { ask, type Asking } from '../../../net/api.ts';
import type {
  Draft,
  MadeDraftWire,
  NewDraftWire,
  OpenedWire,
  PublishAs,
  PublishedWire,
} from '../../../../shared/wire.ts';

type Wait = Pick<Asking, 'patience'>;

const at = ({ id }: Pick<Draft, 'id'>) => ({ draftId: id });
const seen = ({ version }: Pick<Draft, 'version'>) => ({ version });

/**
 * What the newsroom is asked to do with a draft; each answers it as it stands then, or throws a `Problem`. `wait`: how long for an
 * answer, where that is not as long as usual.
 */
export const draftCalls = {
  find: (id: string, wait: Wait = {}) => ask<Draft>('GET /drafts/:draftId', { params: at({ id }), ...wait }),
  make: (draft: NewDraftWire) => ask<MadeDraftWire>('POST /drafts', { body: draft }),
  file: (draft: Draft, wait: Wait = {}) =>
    ask<Draft>('POST /drafts/:draftId/filing', { params: at(draft), body: seen(draft), ...wait }),
  takeBack: (draft: Draft) =>
    ask<Draft>('DELETE /drafts/:draftId/filing', { params: at(draft), query: seen(draft) }),
  publish: (draft: Draft, how?: PublishAs, wait: Wait = {}) =>
    ask<PublishedWire>('POST /drafts/:draftId/publication', {
      params: at(draft),
      body: { ...seen(draft), ...(how && { how }) },
      ...wait,
    }),
  /** Opens a story with its top, and these drafts with it. */
  open: (top: Draft, draftIds: string[] = [], wait: Wait = {}) =>
    ask<OpenedWire>('POST /stories/:storyId/opening', {
      params: { storyId: top.storyId },
      body: { ...seen(top), draftIds },
      ...wait,
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
