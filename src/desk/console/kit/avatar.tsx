import { classes } from './classes.ts';
import { initialsOf, personClass } from './person-colour.ts';
import './person-colours.css';
import './avatar.css';

/** Somebody, by their initials. The name is a tip and is read out, unless it stands beside (`decorative`). */
export function Avatar({
  person,
  small = false,
  decorative = false,
}: {
  person: { id: string; name: string };
  small?: boolean;
  decorative?: boolean;
}) {
  return (
    <span
      className={classes('avatar', small && 'avatar-small', personClass(person.id))}
      // Drawn by the style, so that they are no words: what is read out is the name.
      data-initials={initialsOf(person.name)}
      {...(decorative
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': person.name, title: person.name })}
    />
  );
}

/** Several, one over the edge of the other; past `most` a number. */
export function Avatars({
  people,
  most = 4,
}: {
  people: readonly { id: string; name: string }[];
  most?: number;
}) {
  const shown = people.length > most ? people.slice(0, most - 1) : people;
  const more = people.slice(shown.length);
  return (
    <span className="avatars">
      {shown.map((person) => (
        <Avatar key={person.id} person={person} small />
      ))}
      {more.length > 0 && (
        <span
          className="avatar avatar-small avatar-more"
          role="img"
          aria-label={more.map(({ name }) => name).join(', ')}
          title={more.map(({ name }) => name).join(', ')}
        >
          +{more.length}
        </span>
      )}
    </span>
  );
}
