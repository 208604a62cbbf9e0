import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icons.tsx';
import { useListened } from '../kit/listened.ts';
import { useWords } from '../words/words.tsx';
import { useRoom } from './room-context.ts';

/** What the editor has to tell, above the text and for a screen reader; it takes no focus. */
export function Notices() {
  const { told } = useRoom();
  const { say } = useWords();
  const notice = useListened(told);
  const act = (): void => {
    told.set(null);
    notice?.action?.run();
  };
  return (
    <div role="status" className="editor-notice-place">
      {notice && (
        <div className="editor-notice">
          <Icon name="info" />
          <p>{notice.sentence}</p>
          {notice.action && (
            <Button small onClick={act}>
              {notice.action.label}
            </Button>
          )}
          <Button small kind="quiet" onClick={() => told.set(null)}>
            {say('editor.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
