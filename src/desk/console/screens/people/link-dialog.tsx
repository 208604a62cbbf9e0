import type { MadeLinkWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { When } from '../../kit/when.tsx';
import { useWords } from '../../words/words.tsx';
import { Secret } from '../house/secret.tsx';

export type ShownLink = MadeLinkWire & { name: string; kind: 'invitation' | 'reset' };

/** A link that was made: it is shown this once, and opens once. */
export function LinkDialog({ link, onClose }: { link: ShownLink; onClose: () => void }) {
  const { say } = useWords();
  const { name, kind, mailed } = link;
  return (
    <Dialog
      title={say(kind === 'invitation' ? 'people.link.invitation' : 'people.link.reset', { name })}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {say('people.link.done')}
        </Button>
      }
    >
      <div className="form">
        <p>{say(mailed ? 'people.link.mailed' : 'people.link.passOn', { name })}</p>
        <Secret text={link.link} label={say('people.link')} />
        <p className="line-more">
          {say('people.goodUntil')} <When at={link.expiresAt} />
        </p>
      </div>
    </Dialog>
  );
}
