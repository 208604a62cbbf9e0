import { createContext, useContext } from 'react';
import type { Instant } from '../../../domain/time.ts';
import { agoWords, clockWords, fullClockWords, sameClock } from './clock-words.ts';
import { useNow } from './now.ts';
import { Popover } from './popover.tsx';
import { useWords } from '../words/words.tsx';
import './when.css';

/** The newsroom's zone (IANA), which times are shown in unless another is named. */
export const NewsroomZone = createContext('UTC');
export const useNewsroomZone = (): string => useContext(NewsroomZone);

/** An instant on the newsroom's clock, or how long ago it is (`relative`); the whole time is its tip. */
export function When({ at, zone, relative = false }: { at: Instant; zone?: string; relative?: boolean }) {
  const speech = useWords();
  const house = useNewsroomZone();
  const now = useNow();
  const shown = zone ?? house;
  const clock = clockWords(speech, at, shown, now);
  return (
    <time className="when" dateTime={at} title={fullClockWords(speech, at, shown)}>
      {(relative && agoWords(speech, at, now)) || clock}
    </time>
  );
}

/** The same as a button that shows the instant on every clock that counts: the newsroom's, the place's, one's own. */
export function WhenEverywhere({
  at,
  zone,
  placeZone,
  relative = false,
}: {
  at: Instant;
  zone?: string | undefined;
  placeZone?: string | null | undefined;
  relative?: boolean;
}) {
  const speech = useWords();
  const house = useNewsroomZone();
  const shown = zone ?? house;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const place = placeZone && !sameClock(at, shown, placeZone) ? placeZone : null;
  const mine = sameClock(at, shown, own) || own === place ? null : own;
  return (
    <Popover
      triggerClass="when-button"
      trigger={<When at={at} zone={shown} relative={relative} />}
      className="when-clocks"
    >
      <dl>
        <dt>{speech.say('kit.clock.newsroom')}</dt>
        <dd>{fullClockWords(speech, at, shown)}</dd>
        {place && (
          <>
            <dt>{speech.say('kit.clock.place')}</dt>
            <dd>{fullClockWords(speech, at, place)}</dd>
          </>
        )}
        {mine && (
          <>
            <dt>{speech.say('kit.clock.yours')}</dt>
            <dd>{fullClockWords(speech, at, mine)}</dd>
          </>
        )}
      </dl>
    </Popover>
  );
}
