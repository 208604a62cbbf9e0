import { Avatar } from '../../../kit/avatar.tsx';
import { classes } from '../../../kit/classes.ts';
import { useWords } from '../../../words/words.tsx';
import type { Nameable } from './mentioned.ts';

type Props = { people: readonly Nameable[]; picked: number; onPick: (person: Nameable) => void };

/** Who can be meant by what was typed after `@`. */
export function Naming({ people, picked, onPick }: Props) {
  const { say } = useWords();
  if (people.length === 0) return null;
  return (
    <ul className="naming" id="naming" role="listbox" aria-label={say('talk.naming')}>
      {people.map((person, at) => (
        <li
          key={person.id}
          id={`naming-${at}`}
          role="option"
          aria-selected={at === picked}
          className={classes('naming-one', at === picked && 'naming-picked')}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
        >
          <Avatar person={person} small decorative />
          {person.name}
        </li>
      ))}
    </ul>
  );
}
