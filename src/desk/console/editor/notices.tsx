import { useSyncExternalStore } from 'react';
import { useRoom } from './room-context.ts';
import { say } from './say.ts';

/** What the editor has to tell, above the text and for a screen reader; it takes no focus. */
export function Notices() {
  const { told } = useRoom();
  const { notice, spoken } = useSyncExternalStore(told.subscribe, told.read);
  const act = (): void => {
    told.close();
    notice?.action?.run();
  };
  return (
    <>
      <div role="status" className="editor-notice-place">
        {notice && (
          <div className="editor-notice" key={notice.id}>
            <p>{notice.sentence}</p>
            {notice.action && (
              <button type="button" onClick={act}>
                {notice.action.label}
              </button>
            )}
            <button type="button" className="quiet" onClick={() => told.close()}>
              {say('editor.close')}
            </button>
          </div>
        )}
      </div>
      <p className="for-ears" aria-live="polite">
        {spoken}
      </p>
    </>
  );
}
