import { Icon, type IconName } from '../../../kit/icons.tsx';
import type { DraftStanding, DraftState } from '../../../net/draft-standing.ts';
import { useWords } from '../../../words/words.tsx';

const ICONS: Record<DraftState, IconName> = {
  opening: 'sync',
  saved: 'check',
  saving: 'sync',
  offline: 'cloud-off',
  closed: 'lock',
  'read-only': 'eye',
  'not-kept': 'warning',
  'too-long': 'warning',
};

/** Where the words are: a glance, not an alarm. */
export function SavedState({ standing: { state } }: { standing: DraftStanding }) {
  const { say } = useWords();
  return (
    <span className={`saved-state saved-${state}`}>
      <Icon name={ICONS[state]} />
      {say(`composer.state.${state}`)}
    </span>
  );
}
