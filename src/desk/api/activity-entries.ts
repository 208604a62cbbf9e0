import { documentText } from '../../render/document-text.ts';
import type { Update } from '../../domain/update.ts';
import type { ActOf } from '../../storage/desk/desk-readings.ts';
import type { Activity, Storage } from '../../storage/storage.ts';
import type { ActivityWire } from '../shared/wire.ts';

type Told = Pick<ActivityWire['items'][number], 'entry' | 'schedule'>;

/** Characters of an update without a headline. */
const WORDS = 90;

/** What each was done to, with the words readers have of it, and whether the server did it by schedule; by id. */
export async function entriesOf(
  { desk }: Pick<Storage, 'desk'>,
  items: readonly Activity[],
): Promise<Map<string, Told>> {
  const events = items.flatMap(({ storyId, seq }) =>
    storyId === null || seq === null ? [] : [{ storyId, seq }],
  );
  const acts = new Map((await desk.actsOf(events)).map((act) => [`${act.storyId} ${act.seq}`, act]));
  const told = items.map((item) => {
    const act = acts.get(`${item.storyId} ${item.seq}`) ?? null;
    return { id: item.id, place: placeOf(item, act), schedule: scheduleOf(item, act) };
  });
  // An update keeps its draft's id: what was done to the draft is told by its words once they are out.
  const ids = told.flatMap(({ place }) => (place && place.as !== 'note' ? [place.id] : []));
  const updates = new Map((await desk.updatesOf([...new Set(ids)])).map((update) => [update.id, update]));
  return new Map(
    told.map(({ id, place, schedule }) => {
      const update = place && (updates.get(place.id) ?? null);
      const entry = place && { ...place, ...(update && { as: 'update' as const }), words: wordsOf(update) };
      return [id, { entry, schedule }];
    }),
  );
}

type Place = Omit<NonNullable<Told['entry']>, 'words'>;

function placeOf({ subject }: Activity, act: ActOf | null): Place | null {
  if (act) return act.updateId === null ? null : { as: 'update', id: act.updateId };
  const [as, id] = subject?.split(' ') ?? [];
  return (as === 'draft' || as === 'note') && id ? { as, id } : null;
}

function scheduleOf({ action }: Activity, act: ActOf | null): Told['schedule'] {
  if (action === 'miss-draft') return { at: null, late: false };
  const { scheduled, late } = act?.publication ?? {};
  return typeof scheduled === 'string' ? { at: scheduled, late: late === true } : null;
}

/** Of what was retracted nothing. */
function wordsOf(update: Update | null): string | null {
  if (update?.status !== 'published') return null;
  const words = update.title || documentText(update.body).replaceAll(/\s+/g, ' ').trim();
  return words.length <= WORDS ? words : `${words.slice(0, WORDS).toWellFormed()}…`;
}
