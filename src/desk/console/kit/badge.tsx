import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { Icon, type IconName } from './icons.tsx';
import './badge.css';

/** What a story, a draft or an update is at the moment. */
export type BadgeState =
  | 'live'
  | 'paused'
  | 'ended'
  | 'unpublished'
  | 'draft'
  | 'filed'
  | 'scheduled'
  | 'embargoed'
  | 'published'
  | 'corrected'
  | 'retracted'
  | 'trashed';

const ICONS: Partial<Record<BadgeState, IconName>> = {
  scheduled: 'clock',
  embargoed: 'lock',
  paused: 'pause',
  corrected: 'flag',
};

/** A state in its word and colour; `children` in place of the word ("Paused until 9 a.m."). */
export function Badge({ state, children }: { state: BadgeState; children?: ReactNode }) {
  const { say } = useWords();
  const icon = ICONS[state];
  return (
    <span className={`badge badge-${state}`}>
      {state === 'live' && <span className="badge-dot" />}
      {icon && <Icon name={icon} />}
      {children ?? say(`kit.state.${state}`)}
    </span>
  );
}
