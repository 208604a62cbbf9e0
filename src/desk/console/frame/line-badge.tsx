import { Icon } from '../kit/icons.tsx';
import { useAway } from '../net/live.ts';
import { useWords } from '../words/words.tsx';
import './line-badge.css';

/** Says when the desk does not hear what others do: offline at once, the server away when it does not pass. */
export function LineBadge() {
  const { say } = useWords();
  const away = useAway();
  if (away === null) return null;
  return (
    <span className="line-badge" title={say('frame.line.why')}>
      <Icon name="cloud-off" />
      <span>{say(`frame.line.${away}`)}</span>
    </span>
  );
}
