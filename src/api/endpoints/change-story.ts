import type { Static } from 'typebox';
import { changeDetails } from '../../commands/change-details.ts';
import { changeSlug } from '../../commands/change-slug.ts';
import { changeState } from '../../commands/change-state.ts';
import { checkTranslation } from '../../commands/check-translation.ts';
import { linkTranslation } from '../../commands/link-translation.ts';
import type { Order } from '../../commands/perform.ts';
import { happens, type Verb } from '../../commands/verb.ts';
import { writeTop } from '../../commands/write-top.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import { parseInstant } from '../../domain/time.ts';
import { asSent, readBody } from '../body.ts';
import { endpoint } from '../endpoint.ts';
import { storyReply } from '../receipts.ts';
import { storyReceipt } from '../schemas/answers.ts';
import { slugParams } from '../../schemas/fields.ts';
import { changeStoryBody } from '../schemas/requests.ts';
import { storyGuard, write } from '../write.ts';

type Change = Static<typeof changeStoryBody>;

export const changeStoryEndpoint = endpoint({
  at: 'PATCH /stories/:slug',
  summary: 'Change a story',
  description:
    'Writes the top through (headline, dek, lead, byline, photo, credit, summary: versions of one thing, all kept) and changes state, address and details, in one commit. What is left out stays.',
  params: slugParams,
  body: changeStoryBody,
  success: { status: 200, schema: storyReceipt, description: 'It stands as asked.' },
  refuses: ['unknown-story', 'invalid', 'slug-taken', 'stale-version', 'busy'],
  guarded: true,
  once: true,
  async answer(call) {
    const { params, body } = call;
    const lead = readBody(body.lead ?? {}, '/lead');
    if (lead.type === 'invalid') return lead;
    const updateIds = (body.summary ?? []).flatMap(({ updateId }) => updateId ?? []);
    const verbs = [...storyGuard(call), ...verbsFor(body, lead.body)];
    const order = { story: params, updateIds, verbs, ...originalAsked(body) };
    return asSent(
      await write(call, order, (done) => storyReply(200, done, call.baseUrl())),
      body.lead ?? {},
      '/lead',
    );
  },
});

/** Whom the verbs about translations are to see. */
function originalAsked({ translationOf, translationChecked }: Change): Pick<Order, 'original'> {
  if (typeof translationOf === 'string') return { original: { slug: translationOf } };
  return translationChecked ? { original: 'linked' } : {};
}

/** The words first, then the address, then the state: whoever is told that a story ended finds its last words. */
function verbsFor(change: Change, lead: DocumentJSON | undefined): Verb[] {
  const { slug, state, pausedUntil, lead: _, translationOf, translationChecked, ...fields } = change;
  return [
    changeDetails(fields),
    writeTop({ ...fields, ...(lead && { lead }) }),
    ...(translationOf === undefined ? [] : [linkTranslation(translationOf)]),
    ...(translationChecked ? [checkTranslation()] : []),
    ...(slug === undefined ? [] : [changeSlug(slug)]),
    ...(state === undefined && pausedUntil === undefined ? [] : [stateVerb(state, pausedUntil)]),
  ];
}

const NO_INSTANT = { pointer: '/pausedUntil', detail: 'must be an instant of the years 0000 to 9999' };

/** A state left out stays; so does the end of a pause that goes on. */
function stateVerb(state: Change['state'], pausedUntil: Change['pausedUntil']): Verb {
  return (scene) => {
    const next = state ?? scene.story.state;
    if (pausedUntil === undefined) return next === scene.story.state ? happens() : changeState(next)(scene);
    if (pausedUntil === null) return changeState(next)(scene);
    const until = parseInstant(pausedUntil);
    return until === null ? { type: 'invalid', errors: [NO_INSTANT] } : changeState(next, until)(scene);
  };
}
