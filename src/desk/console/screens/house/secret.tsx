import { useState } from 'react';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';

/** Something that is shown this once, to be copied. */
export function Secret({ text, label }: { text: string; label: string }) {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Not allowed to: it stands there to be picked by hand.
      setCopied(false);
    }
  };
  return (
    <div className="secret">
      <code aria-label={label}>{text}</code>
      {/* First: Enter copies, and does not put away what is shown only now. */}
      <Button small autoFocus icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
        {say(copied ? 'people.copied' : 'people.copy')}
      </Button>
    </div>
  );
}
