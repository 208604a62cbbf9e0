import { Type } from 'typebox';
import { expectUpdateVersion } from '../../../../commands/expect-version.ts';
import { LONGEST } from '../../../../commands/fields.ts';
import { perform } from '../../../../commands/perform.ts';
import { retractUpdate } from '../../../../commands/retract-update.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { RetractedWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { doneWire, seen, updateParams } from '../../on-story.ts';

/** Takes an update back; tells which lines of the summary rested on it. */
export const retractEndpoint = deskEndpoint({
  at: 'POST /updates/:updateId/retraction',
  params: updateParams,
  body: closed({ reason: Type.String({ maxLength: LONGEST.text }), ...seen }),
  async answer({ newsroom, actor, baseUrl, params: { updateId }, body: { reason, version } }) {
    const guard = version === undefined ? [] : [expectUpdateVersion(updateId, version)];
    const done = await perform(newsroom, {
      actor,
      story: { updateId },
      verbs: [...guard, retractUpdate(updateId, reason)],
    });
    if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
    if (done.type !== 'played') return done;
    const resting = done.story.top.summary.flatMap((line, index) =>
      line.updateId === updateId ? [{ line: index, text: line.text }] : [],
    );
    return ok({ ...doneWire(done, baseUrl()), resting } satisfies RetractedWire);
  },
});
