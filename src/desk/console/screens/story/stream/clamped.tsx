import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../../kit/button.tsx';
import { classes } from '../../../kit/classes.ts';
import { useWords } from '../../../words/words.tsx';

/**
 * Long words of an entry, cut short until all of them are asked for. Never by the focus alone: it comes with the press of a
 * button below, which would jump from under the finger.
 */
export function Clamped({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [all, setAll] = useState(false);
  const { place, long } = useIsLong();
  const id = useId();
  return (
    <>
      <div
        ref={place}
        id={id}
        className={classes('entry-clamp', !all && 'is-clamped', !all && long && 'is-cut')}
        onFocus={({ target }) => {
          if (long && target.matches(':focus-visible')) setAll(true);
        }}
      >
        {children}
      </div>
      {long && (
        <Button
          small
          kind="quiet"
          className="entry-all"
          aria-expanded={all}
          aria-controls={id}
          onClick={() => setAll(!all)}
        >
          {say(all ? 'story.lessOfEntry' : 'story.wholeEntry')}
        </Button>
      )}
    </>
  );
}

/** Whether the words are longer than an entry shows: told anew when pictures come, or the column gets another width. */
function useIsLong() {
  const place = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  useLayoutEffect(() => {
    const box = place.current;
    const words = box?.firstElementChild;
    if (!box || !words) return undefined;
    const measure = (): void => {
      const most = Number.parseFloat(getComputedStyle(box).getPropertyValue('--clamped-most')) * rem();
      setLong(words.scrollHeight > most + SLACK);
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(words);
    return () => sizes.disconnect();
  }, []);
  return { place, long };
}

const rem = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Pixels that are no line of text. */
const SLACK = 4;
