import { useEffect, useState } from 'react';
import { Icon } from '../kit/icons.tsx';
import { useLine } from '../net/live.ts';
import { useWords } from '../words/words.tsx';
import './line-badge.css';

/** For so long, ms, a line that is being put up again is not worth a word. */
const PASSES_MS = 4000;

/** Says when the desk does not hear what others do: offline, or the server away. */
export function LineBadge() {
  const { say } = useWords();
  const line = useLine();
  const [down, setDown] = useState(false);
  useEffect(() => {
    if (line === 'open') return setDown(false);
    const timer = setTimeout(() => setDown(true), PASSES_MS);
    return () => clearTimeout(timer);
  }, [line]);
  if (!down) return null;
  return (
    <span className="line-badge" title={say('frame.line.why')}>
      <Icon name="cloud-off" />
      <span>{navigator.onLine ? say('frame.line.down') : say('frame.line.offline')}</span>
    </span>
  );
}
