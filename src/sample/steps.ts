import { correctUpdate } from '../commands/correct-update.ts';
import { editUpdate } from '../commands/edit-update.ts';
import { pinUpdate } from '../commands/pin-update.ts';
import { readOpening } from '../commands/open-story.ts';
import type { Step } from '../commands/play.ts';
import { postUpdate } from '../commands/post-update.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import type { TopInput } from '../commands/top-fields.ts';
import type { Verb } from '../commands/verb.ts';
import { writeTop } from '../commands/write-top.ts';
import { newId } from '../domain/id.ts';
import { slugOf } from '../domain/slug.ts';
import type { Instant } from '../domain/time.ts';
import type { Beat } from './beat.ts';
import type { PictureName } from './pictures.ts';

type Photographed = Pick<TopInput, 'photo'>;

/** The night as steps to be played; `clock` reads its wall times. */
export function stepsOf(
  beats: Beat[],
  clock: (wall: string) => Instant,
  pictures: ReadonlyMap<PictureName, string>,
): Step[] {
  const ids = new Map(
    beats.flatMap((beat) => ('posts' in beat ? [[beat.posts, newId(clock(beat.at))] as const] : [])),
  );
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`the sample has no update called ${name}`);
    return id;
  };
  return beats.map((beat): Step => {
    const at = clock(beat.at);
    const photo = photoOf(beat, pictures);
    return 'opens' in beat ? opening(beat, at, photo) : { at, verb: verbOf(beat, at, photo, idOf) };
  });
}

/** The lead picture that a beat brings; none where it brings none, or pictures could not be taken in. */
function photoOf(beat: Beat, pictures: ReadonlyMap<PictureName, string>): Photographed {
  const name = 'shows' in beat ? beat.shows : undefined;
  const mediaId = name && pictures.get(name);
  return mediaId === undefined ? {} : { photo: { mediaId } };
}

function opening({ opens }: Extract<Beat, { opens: unknown }>, at: Instant, photo: Photographed): Step {
  const read = readOpening({ ...opens, ...photo });
  if ('errors' in read) throw new Error(`the sample's opening is refused: ${JSON.stringify(read.errors)}`);
  return { at, opening: { ...read, slug: slugOf(opens.headline), sample: true } };
}

function verbOf(
  beat: Exclude<Beat, { opens: unknown }>,
  at: Instant,
  photo: Photographed,
  idOf: (name: string) => string,
): Verb {
  if ('posts' in beat) return postUpdate(idOf(beat.posts), beat.words);
  if ('edits' in beat) return editUpdate(idOf(beat.edits), beat.words);
  if ('corrects' in beat) return correctUpdate(idOf(beat.corrects), newId(at), beat.words);
  if ('retracts' in beat) return retractUpdate(idOf(beat.retracts), beat.reason);
  if ('pins' in beat) return pinUpdate(idOf(beat.pins));
  const summary = beat.summary.map(({ text, of }) => ({ text, updateId: idOf(of) }));
  return writeTop({ ...beat.writesTop, ...photo, summary });
}
