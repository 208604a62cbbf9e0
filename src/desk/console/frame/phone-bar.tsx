import { Link, useLocation } from 'wouter';
import { Icon, type IconName } from '../kit/icons.tsx';
import { Menu } from '../kit/menu.tsx';
import { useWords } from '../words/words.tsx';
import { usePersonItems } from './person-items.tsx';
import { useItems } from './person-menu.tsx';
import { isAt } from './places.ts';
import '../kit/thumb-way.css';
import './phone-bar.css';

/** On phones: the ways at the thumb. */
export function PhoneBar() {
  const { say } = useWords();
  const items = usePersonItems(useItems(true));
  return (
    <nav className="phone-bar" aria-label={say('frame.places')}>
      <Way to="/" icon="story" label={say('frame.stories')} />
      <Way to="/search" icon="search" label={say('frame.searchWay')} />
      <Menu
        trigger={
          <>
            <Icon name="menu" large />
            <span>{say('kit.more')}</span>
          </>
        }
        triggerClass="thumb-way"
        items={items}
      />
    </nav>
  );
}

function Way({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  const [path] = useLocation();
  const here = isAt(path, to);
  return (
    <Link href={to} className="thumb-way" {...(here && { 'aria-current': 'page' })}>
      <Icon name={icon} large />
      <span>{label}</span>
    </Link>
  );
}
