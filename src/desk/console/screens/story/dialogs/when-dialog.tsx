import { useState } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { useNow } from '../../../kit/now.ts';
import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import {
  minutesUntil,
  readWallTime,
  wallTimeOf,
  type WallReading,
  type WallTime,
} from '../../../kit/wall-time.ts';
import { HowFields, type How } from './how-fields.tsx';
import { AskDialog } from './ask-dialog.tsx';

type Props = {
  what: 'schedule' | 'embargo';
  draft: Draft;
  onClose: () => void;
  /** Of an edit that is scheduled: what it goes out as. */
  how?: How;
};

/** Minutes that the shortest way of saying when offers. */
const SOON = [5, 15, 30, 60] as const;

/** When a draft is to go out, or before when it must not: by the newsroom's clock or the place's, never by this machine's. */
export function WhenDialog({ what, draft, onClose, how }: Props) {
  const { say } = useWords();
  const { story, acts, now, refusals } = useStoryDesk();
  const [clock, setClock] = useState<'newsroom' | 'place'>('newsroom');
  const zone = clock === 'place' && story.placeZone !== null ? story.placeZone : story.zone;
  const [wall, setWall] = useState<WallTime>(() => startAt(what, draft, now(), story.zone));
  const [second, setSecond] = useState(false);
  useNow();
  const reading = readWallTime(wall, zone);
  const at = instantOf(reading, second);
  const past = at !== null && at <= now();
  const turnClock = (next: 'newsroom' | 'place'): void => {
    const other = next === 'place' ? (story.placeZone ?? story.zone) : story.zone;
    if (at !== null) setWall(wallTimeOf(at, other));
    setClock(next);
  };
  const decide = async (): Promise<boolean> => {
    if (at === null || past) return false;
    const decided = how?.decide();
    if (decided === null) return false;
    const refused = await (what === 'schedule' ? acts.schedule(draft, at, decided) : acts.embargo(draft, at));
    refusals.set(draft.id, refused);
    return true;
  };
  const soon = (minutes: number): void =>
    setWall(wallTimeOf(new Date(Date.parse(now()) + minutes * 60_000).toISOString(), zone));
  return (
    <AskDialog
      title={say(`story.when.${what}`)}
      act={say(`story.when.${what}Act`)}
      disabled={at === null || past}
      onAct={decide}
      onClose={onClose}
      {...(!how && { size: 'small' as const })}
    >
      <p>{say(`story.when.${what}Says`)}</p>
      {story.placeZone !== null && (
        <SegmentedControl
          label={say('story.when.clock')}
          value={clock}
          segments={[
            { value: 'newsroom', label: say('story.when.newsroom') },
            { value: 'place', label: say('story.when.place') },
          ]}
          onPick={turnClock}
        />
      )}
      <div className="when-fields">
        <TextField
          type="date"
          label={say('story.when.date')}
          value={wall.date}
          onText={(date) => setWall({ ...wall, date })}
          required
        />
        <TextField
          type="time"
          label={say('story.when.time')}
          value={wall.time}
          onText={(time) => setWall({ ...wall, time })}
          data-first
          required
        />
      </div>
      <div className="when-soon" role="group" aria-label={say('story.when.soon')}>
        {SOON.map((minutes) => (
          <button key={minutes} type="button" className="toggle" onClick={() => soon(minutes)}>
            {say('story.inMinutes', { n: minutes })}
          </button>
        ))}
      </div>
      <Read reading={reading} at={at} past={past} second={second} onSecond={setSecond} />
      {how && (
        <section className="when-how" aria-labelledby="when-how">
          <h3 id="when-how">{say('story.how.title')}</h3>
          <HowFields how={how} />
        </section>
      )}
    </AskDialog>
  );
}

type ReadProps = {
  reading: WallReading;
  at: string | null;
  past: boolean;
  second: boolean;
  onSecond: (second: boolean) => void;
};

/** What was understood: on both clocks, how long it is till then, and what the clocks do in that night. */
function Read({ reading, at, past, second, onSecond }: ReadProps) {
  const { say } = useWords();
  const { told, now } = useStoryDesk();
  if (reading.type === 'never')
    return <Banner kind="warn">{say('story.when.never', { next: told.full(reading.next) })}</Banner>;
  if (at === null) return <p role="status">{say('story.when.none')}</p>;
  const place = told.place(at);
  return (
    <div role="status" className="when-read">
      <p>
        <strong>{told.full(at)}</strong>
        {place !== null && <span> · {place}</span>}
      </p>
      <p className="field-hint">
        {past ? say('story.when.past') : say('story.inMinutes', { n: minutesUntil(at, now()) })}
      </p>
      {reading.type === 'twice' && (
        <Banner kind="warn">
          <p>{say('story.when.twice')}</p>
          <SegmentedControl
            label={say('story.when.which')}
            value={second ? 'second' : 'first'}
            segments={[
              { value: 'first', label: say('story.when.first') },
              { value: 'second', label: say('story.when.second') },
            ]}
            onPick={(which) => onSecond(which === 'second')}
          />
        </Banner>
      )}
    </div>
  );
}

function instantOf(reading: WallReading, second: boolean): string | null {
  if (reading.type === 'once') return reading.at;
  if (reading.type === 'twice') return second ? reading.second : reading.first;
  return null;
}

/** What stands there already, else the end of the embargo, else in a quarter of an hour, at a full five minutes. */
function startAt(what: Props['what'], draft: Draft, now: string, zone: string): WallTime {
  const given = what === 'schedule' ? (draft.publishAt ?? draft.embargoUntil) : draft.embargoUntil;
  if (given !== null && given > now) return wallTimeOf(given, zone);
  const step = 300_000;
  return wallTimeOf(new Date(Math.ceil((Date.parse(now) + 3 * step) / step) * step).toISOString(), zone);
}
