import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';

type Props = {
  mark: DeskMark;
  /** Whether the keys act on this one. */
  keyed: boolean;
  onSettle: (replacement: string) => void;
  onDismiss: () => void;
};

/** What can be done about a mark by one press: other words in its place, or nothing, unless it blocks. */
export function MarkActs({ mark, keyed, onSettle, onDismiss }: Props) {
  const { say } = useWords();
  return (
    <div className="mark-acts">
      {mark.replacements?.map((replacement, at) => (
        <Button
          key={replacement}
          small
          {...(keyed && at === 0 && { keys: 'Alt+Enter' })}
          onClick={() => onSettle(replacement)}
        >
          <bdi>{replacement}</bdi>
        </Button>
      ))}
      {!mark.blocks && (
        <Button small kind="quiet" {...(keyed && { keys: 'Alt+Backspace' })} onClick={onDismiss}>
          {say('editor.markDismiss')}
        </Button>
      )}
    </div>
  );
}
