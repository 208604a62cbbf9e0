import { Avatar, Avatars } from '../../../kit/avatar.tsx';
import { Popover } from '../../../kit/popover.tsx';
import { usePresence } from '../../../net/live.ts';
import { useWords } from '../../../words/words.tsx';
import type { Presence } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';

/** Who else has the story open, and in which draft they are. */
export function WhoIsHere() {
  const { say } = useWords();
  const { story, me } = useStoryDesk();
  const here = usePresence().filter(({ storyId, personId }) => storyId === story.id && personId !== me.id);
  const people = [
    ...new Map(here.map((one) => [one.personId, { id: one.personId, name: one.name }])).values(),
  ];
  if (people.length === 0) return null;
  return (
    <Popover
      label={say('story.whoIsHere', { n: people.length })}
      triggerClass="who-is-here"
      trigger={<Avatars people={people} />}
    >
      <ul className="who-list">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar person={person} small decorative />
            <span>
              <strong>{person.name}</strong>
              <Where places={here.filter(({ personId }) => personId === person.id)} />
            </span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function Where({ places }: { places: readonly Presence[] }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const drafts = places.flatMap(({ draftId }) => story.drafts.find(({ id }) => id === draftId) ?? []);
  if (drafts.length === 0) return <span>{say('story.lookingOn')}</span>;
  return drafts.map(({ id, kind, content }) => (
    <span key={id} dir="auto">
      {kind === 'top'
        ? say('story.inTop')
        : say('story.inDraft', { title: content.title || say('story.untitled') })}
    </span>
  ));
}
