import { useEffect, useRef } from 'react';
import type { StoryWire } from '../../../../shared/wire.ts';
import { announce } from '../../../kit/announcements.ts';
import { useSession } from '../../../net/session.ts';
import { useWords, type Speech } from '../../../words/words.tsx';
import { whatOthersDid, type Happening } from './what-others-did.ts';

/** How long things are gathered before they are told together, ms. */
const GATHER = 1500;
/** More at once are told by their number. */
const MOST = 3;

/** Tells screen readers what others did, together and when nothing else is being said. */
export function useTellOthers(
  story: StoryWire,
  mine: ReadonlySet<string>,
  nameOf: (id: string) => string,
): void {
  const speech = useWords();
  const { person } = useSession();
  const before = useRef(story);
  const gathered = useRef<string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const happenings = whatOthersDid(before.current, story, person.id, mine);
    before.current = story;
    if (happenings.length === 0) return;
    gathered.current.push(...happenings.map((one) => inWords(speech, one, nameOf)));
    timer.current ??= setTimeout(() => {
      const all = gathered.current.splice(0);
      timer.current = undefined;
      announce(all.length > MOST ? speech.say('story.heard.many', { n: all.length }) : all.join(' '));
    }, GATHER);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

function inWords({ say }: Speech, happening: Happening, nameOf: (id: string) => string): string {
  switch (happening.did) {
    case 'filed':
    case 'began':
    case 'scheduled':
      return say(`story.heard.${happening.did}`, {
        who: nameOf(happening.who),
        title: happening.title || say('story.untitled'),
      });
    case 'state':
      return say(`story.heard.state.${happening.state}`);
    default:
      return say(`story.heard.${happening.did}`, { title: happening.title || say('story.untitled') });
  }
}
