import { faintColours, OWN, type Colours } from '../../../../domain/colours.ts';
import { Switch } from '../../kit/checkbox.tsx';
import { SegmentedControl } from '../../kit/segmented-control.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { Logo } from './logo.tsx';
import { SchemeColours } from './scheme-colours.tsx';
import type { SiteWire } from './screen.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSettings, type Settings } from './use-settings.ts';

/** What stands in the fields before a newsroom has chosen: our own; the red of dark pages a shade lighter, as badges must be that stand on a tint. */
const OURS: Colours = {
  light: { accent: '#0b4a80', live: '#b4121d', ink: null, paper: null },
  dark: { accent: '#92c5f0', live: '#d8363e', ink: null, paper: null },
};

const FONTS = ['mixed', 'serif', 'sans'] as const;

/** Logo, colours and letters. What could not be read is shown before it is refused, with the contrast it has and the one it needs. */
export function Look({ site }: { site: SiteWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const settings = useSettings(site, () => show(say('settings.saved')));
  const { value, put, save } = settings;
  const colours = value('colours');
  const isFaint = colours !== null && faintColours(colours).length > 0;
  return (
    <SettingsForm
      site={site}
      settings={settings}
      fields={['/logo']}
      held={isFaint ? say('settings.colours.faint') : null}
    >
      <Panel title={say('settings.logo')} hint={say('settings.logo.hint')}>
        <Logo
          id={value('logo')}
          name={site.name}
          error={save.errorAt('/logo')}
          onPick={(logo) => put('logo', logo)}
        />
      </Panel>
      <Panel title={say('settings.colours')} hint={say('settings.colours.hint')}>
        <OwnColours settings={settings} />
      </Panel>
      <Panel title={say('settings.font')} hint={say('settings.font.hint')}>
        <div>
          <SegmentedControl
            label={say('settings.font')}
            value={value('font')}
            segments={FONTS.map((font) => ({ value: font, label: say(`settings.font.${font}`) }))}
            onPick={(font) => put('font', font)}
          />
        </div>
      </Panel>
    </SettingsForm>
  );
}

function OwnColours({ settings: { value, put } }: { settings: Settings }) {
  const { say } = useWords();
  const colours = value('colours');
  const faint = colours === null ? [] : faintColours(colours);
  return (
    <>
      <Switch
        label={say('settings.colours.own')}
        checked={colours !== null}
        onSwitch={(on) => put('colours', on ? OURS : null)}
      />
      {colours !== null && (
        <div className="colours">
          {(['light', 'dark'] as const).map((name) => (
            <SchemeColours
              key={name}
              name={name}
              scheme={colours[name]}
              grounds={OWN[name]}
              faint={faint.filter(({ scheme }) => scheme === name)}
              onChange={(scheme) => put('colours', { ...colours, [name]: scheme })}
            />
          ))}
        </div>
      )}
    </>
  );
}
