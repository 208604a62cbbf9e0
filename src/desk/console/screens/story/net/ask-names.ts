import type { BodyEditorProps } from '../../../editor/props.ts';
import { ask } from '../../../net/api.ts';
import type { NamesWire } from '../../../../shared/wire.ts';

/** Completes names from those used before, this story's first; without a network there are none. */
export const askNames =
  (storyId: string): BodyEditorProps['names'] =>
  async (typed, kind) => {
    const query = { kind, q: typed, story: storyId };
    const { names } = await ask<NamesWire>('GET /names', { query, signedOut: 'throw' }).catch(() => ({
      names: [],
    }));
    return names;
  };
