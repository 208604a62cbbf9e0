import { Link, useLocation } from 'wouter';
import { classes } from '../kit/classes.ts';
import { useSession } from '../net/session.ts';
import { useWords } from '../words/words.tsx';
import { LineBadge } from './line-badge.tsx';
import { Mentions } from './mentions.tsx';
import { PersonMenu } from './person-menu.tsx';
import { isAt, PLACES } from './places.ts';
import { SearchField } from './search-field.tsx';
import { useWhereShown } from './where.ts';
import './top-bar.css';

/** Whose desk it is, where one can go, what is unread, who one is. */
export function TopBar() {
  const { say } = useWords();
  const { site, may } = useSession();
  const [path] = useLocation();
  const where = useWhereShown();
  return (
    <header className="top-bar">
      <Link href="/" className="top-bar-site">
        <span className="top-bar-mark" aria-hidden="true" />
        <span className="top-bar-name">{site.name}</span>
      </Link>
      <p className="top-bar-where" dir="auto">
        {where || site.name}
      </p>
      <nav className="top-bar-places" aria-label={say('frame.places')}>
        {PLACES.filter((place) => may.includes(place.may)).map(({ to, words }) => (
          <Link
            key={to}
            href={to}
            className={classes('top-bar-place', isAt(path, to) && 'top-bar-here')}
            {...(isAt(path, to) && { 'aria-current': 'page' })}
          >
            {say(words)}
          </Link>
        ))}
      </nav>
      <SearchField />
      <div className="top-bar-end">
        <LineBadge />
        <Mentions />
        <PersonMenu />
      </div>
    </header>
  );
}
