import { activityOf } from '../../src/commands/activity.ts';
import { changeState } from '../../src/commands/change-state.ts';
import { correctUpdate } from '../../src/commands/correct-update.ts';
import { commitOpening, readOpening, type Opening } from '../../src/commands/open-story.ts';
import { play, type Played, type Step } from '../../src/commands/play.ts';
import type { Newsroom } from '../../src/commands/perform.ts';
import { postUpdate } from '../../src/commands/post-update.ts';
import { paragraphs } from '../../src/domain/document.ts';
import { newId } from '../../src/domain/id.ts';
import { instantOf, millisecondsOf } from '../../src/domain/time.ts';
import { someText } from '../words.ts';

/** Stands in one update of each story, and in as many stories of a site however large it is. */
export const RARE = 'zephyrine';

/** Stands in every text, headline and title. */
export const EVERYWHERE = 'bridge';

/** Stands in every update and in no headline or title. */
export const COMMON = 'meanwhile';

/** Whose stories grow with the site, and whose are few. */
export const OFTEN = 'Rosa Reporter';
export const SELDOM = 'Quentin Quiet';

/** Sections of the many stories, and one that holds as few however large the site is. */
export const SECTIONS = ['World', 'Politics', 'Business', 'Science', 'Sport'];
export const QUIET = 'Weather';

/** Stories that are live, and those in the quiet section and with the rare word, however many there are. */
const FEW = 60;

/** People who write in a story, at least: more than its page offers to choose from. */
const AUTHORS = 60;

/** Stories of one commit: each would wait for the disk. */
const AT_ONCE = 250;

/** Opens a story of so many updates, by the verbs; one in four is a key event, one in fifty corrected. Its id. */
export async function fillStory(newsroom: Newsroom, slug: string, count: number): Promise<string> {
  const recordedAt = newsroom.clock.now();
  const at = (index: number): string => instantOf(millisecondsOf(recordedAt) - (count - index) * 20_000);
  const steps = Array.from({ length: count }, (_, index): Step[] => {
    const id = newId(at(index));
    const rare = index === Math.floor(count / 2) ? ` ${RARE}` : '';
    const verb = postUpdate(id, {
      title: index % 4 === 0 ? `${someText(40, index)} ${EVERYWHERE}` : null,
      body: paragraphs([someText(500, index), `${someText(300, index + 3)} ${EVERYWHERE} ${COMMON}${rare}`]),
      author: `Reporter ${index % Math.max(AUTHORS, Math.floor(count / 100))}`,
      keyEvent: index % 4 === 0,
    });
    const corrected = correctUpdate(id, newId(at(index)), { was: someText(30, index), is: someText(30, 0) });
    return [{ at: at(index), verb }, ...(index % 50 === 1 ? [{ at: at(index), verb: corrected }] : [])];
  }).flat();
  const storyId = newId(recordedAt);
  const opening = openingOf(slug, 'World', 600);
  const order = { actor: 'bench', storyId, opening, at: at(-1), recordedAt, steps };
  const opened = await commitOpening(newsroom, order);
  if (opened.type !== 'played') throw new Error(`the story was refused: ${opened.type}`);
  return storyId;
}

/** Opens stories numbered `from` to `to`, as the verbs do, many in one commit; all but a few have ended. */
export async function fillSite(newsroom: Newsroom, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += AT_ONCE) {
    const stories = Array.from({ length: Math.min(AT_ONCE, to - start) }, (_, at) =>
      playedStory(newsroom, start + at),
    );
    const result = await newsroom.storage.commit({
      logs: stories.map(({ story, events }) => ({ storyId: story.id, expectedVersion: 0, events })),
      rows: stories.flatMap(({ rows }) => rows),
      activity: stories.flatMap((played) => activityOf('bench', played, 0)),
    });
    if (result.type !== 'committed') throw new Error(`the stories were refused: ${result.type}`);
  }
}

function playedStory(newsroom: Newsroom, number: number): Played {
  const recordedAt = newsroom.clock.now();
  const at = instantOf(millisecondsOf(recordedAt) - (1_000_000 - number) * 60_000);
  const few = number < FEW;
  const section = few && number % 2 === 0 ? QUIET : SECTIONS[number % SECTIONS.length]!;
  const slug = `story-${number}`;
  const id = newId(at);
  const words = `${someText(120, number)} ${EVERYWHERE} ${COMMON}${few ? ` ${RARE}` : ''}`;
  const steps: Step[] = [
    {
      at,
      opening: {
        ...openingOf(`${slug} ${EVERYWHERE}`, section, 150, few ? SELDOM : OFTEN),
        slug,
      },
    },
    { at, verb: postUpdate(id, { body: paragraphs([words]), author: `Reporter ${number % 50}` }) },
    ...(few ? [] : [{ at, verb: changeState('ended') }]),
  ];
  const played = play({ storyId: newId(at), seq: 0, story: null, updates: [] }, steps, recordedAt);
  if (played.type !== 'played') throw new Error(`story ${number} was refused: ${played.type}`);
  return played;
}

function openingOf(headline: string, section: string, length: number, by = OFTEN): Opening {
  const lead = paragraphs([someText(length, 0)]);
  const opening = readOpening({ headline, section, lead, byline: [by] });
  if ('errors' in opening) throw new Error('the opening was refused');
  return opening;
}
