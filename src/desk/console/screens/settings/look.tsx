import { useState } from 'react';
import { faintColours, OWN, type Colours, type Scheme, type SchemeName } from '../../../../domain/colours.ts';
import type { FontStack } from '../../../../domain/site.ts';
import { Button } from '../../kit/button.tsx';
import { Switch } from '../../kit/checkbox.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { SegmentedControl } from '../../kit/segmented-control.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { useAct } from '../house/use-act.ts';
import { saveSite } from './save-site.ts';
import { SchemeColours } from './scheme-colours.tsx';
import type { SiteWire } from './screen.tsx';
import './settings.css';

/** What stands in the fields before a newsroom has chosen: our own. */
const OURS: Colours = {
  light: { accent: '#0b4a80', live: '#b4121d', ink: null, paper: null },
  dark: { accent: '#92c5f0', live: '#c9252d', ink: null, paper: null },
};

/** Colours and letters. What could not be read is shown before it is refused, with the contrast it has and the one it needs. */
export function Look({ site }: { site: SiteWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const [own, setOwn] = useState(site.colours !== null);
  const [colours, setColours] = useState<Colours>(site.colours ?? OURS);
  const [font, setFont] = useState<FontStack>(site.font);
  const faint = own ? faintColours(colours) : [];
  const save = useAct(async () => {
    await saveSite({ colours: own ? colours : null, font }, site.version);
    show(say('settings.saved'));
  });
  const put = (name: SchemeName, scheme: Scheme): void => setColours({ ...colours, [name]: scheme });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Panel title={say('settings.colours')} hint={say('settings.colours.hint')}>
        <Switch label={say('settings.colours.own')} checked={own} onSwitch={setOwn} />
        {own && (
          <div className="colours">
            {(['light', 'dark'] as const).map((name) => (
              <SchemeColours
                key={name}
                name={name}
                scheme={colours[name]}
                grounds={OWN[name]}
                faint={faint.filter(({ scheme }) => scheme === name)}
                onChange={(scheme) => put(name, scheme)}
              />
            ))}
          </div>
        )}
      </Panel>
      <Panel title={say('settings.font')} hint={say('settings.font.hint')}>
        <SegmentedControl
          label={say('settings.font')}
          value={font}
          segments={(['mixed', 'serif', 'sans'] as const).map((value) => ({
            value,
            label: say(`settings.font.${value}`),
          }))}
          onPick={setFont}
        />
      </Panel>
      <div className="settings-foot">
        {save.problem !== null && <ErrorView problem={save.problem} />}
        <Button type="submit" kind="primary" busy={save.busy} disabled={faint.length > 0}>
          {say('settings.save')}
        </Button>
        {faint.length > 0 && <p className="colour-faint">{say('settings.colours.faint')}</p>}
      </div>
    </form>
  );
}
