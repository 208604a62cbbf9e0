import type { ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { useWords } from '../../words/words.tsx';
import { Clashes } from './clashes.tsx';
import type { SiteWire } from './screen.tsx';
import type { Settings } from './use-settings.ts';
import './settings.css';

/** Settings that are saved together; at the foot how that went, and what somebody else chose meanwhile. */
export function SettingsForm({
  site,
  settings,
  fields = [],
  held = null,
  children,
}: {
  site: SiteWire;
  settings: Settings;
  /** Pointers of what shows its own fault. */
  fields?: readonly string[];
  /** Why it cannot be saved as it stands. */
  held?: string | null;
  children: ReactNode;
}) {
  const { say } = useWords();
  const { save, changed, clashes } = settings;
  const isShown = fields.some((pointer) => save.errorAt(pointer) !== null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && clashes.length === 0 && held === null) void save.run();
      }}
    >
      {children}
      <div className={changed ? 'settings-foot settings-foot-near' : 'settings-foot'}>
        {clashes.length > 0 && <Clashes site={site} settings={settings} />}
        {save.problem !== null && !isShown && <ErrorView problem={save.problem} />}
        <div className="panel-foot">
          <Button
            type="submit"
            kind="primary"
            busy={save.busy}
            disabled={!changed || clashes.length > 0 || held !== null}
          >
            {say('settings.save')}
          </Button>
          {held !== null && <p className="colour-faint">{held}</p>}
          {held === null && changed && clashes.length === 0 && (
            <span className="line-more">{say('settings.unsaved')}</span>
          )}
        </div>
      </div>
    </form>
  );
}
