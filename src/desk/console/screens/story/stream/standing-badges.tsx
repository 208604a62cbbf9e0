import { Badge } from '../../../kit/badge.tsx';
import { useWords } from '../../../words/words.tsx';
import { Chip } from './chip.tsx';
import type { Standing } from './entries.ts';

/** Words and a colour for each thing that is true of an entry. */
export function StandingBadges({ standings }: { standings: readonly Standing[] }) {
  const { say } = useWords();
  return standings.map((standing) =>
    standing === 'kept' ? (
      <Chip key={standing} icon="cloud-off">
        {say('story.keptHere')}
      </Chip>
    ) : (
      <Badge key={standing} state={standing} />
    ),
  );
}
