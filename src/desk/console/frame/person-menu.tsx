import { useLocation } from 'wouter';
import { Avatar } from '../kit/avatar.tsx';
import { Menu, type MenuItem } from '../kit/menu.tsx';
import { useSession } from '../net/session.ts';
import { useWords } from '../words/words.tsx';
import { MORE_PLACES, PLACES } from './places.ts';
import { usePersonItems } from './person-items.tsx';

/** Who one is, and what is one's own: account, look, language, the way out. */
export function PersonMenu() {
  const { say } = useWords();
  const { person } = useSession();
  return (
    <Menu
      trigger={<Avatar person={person} decorative />}
      triggerClass="person-button"
      label={say('frame.personMenu', { name: person.name })}
      items={usePersonItems(useItems(false))}
    />
  );
}

/** The parts of the desk that have no place of their own in the bar. */
export function useItems(withPlaces: boolean): MenuItem[] {
  const { say } = useWords();
  const { may } = useSession();
  const [, go] = useLocation();
  const places = withPlaces ? [...PLACES.slice(1), ...MORE_PLACES] : MORE_PLACES;
  return places
    .filter((place) => may.includes(place.may))
    .map(({ to, icon, words }) => ({ label: say(words), icon, onPick: () => go(to) }));
}
