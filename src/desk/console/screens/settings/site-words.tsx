import { Switch } from '../../kit/checkbox.tsx';
import { Select } from '../../kit/select.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { useOrSay } from '../house/use-or-say.ts';
import { Navigation } from './navigation.tsx';
import { saveSite } from './save-site.ts';
import type { SiteWire } from './screen.tsx';
import { SettingsForm } from './settings-form.tsx';
import { useSettings, type Settings } from './use-settings.ts';
import { ZoneField } from '../../kit/zone-field.tsx';

/** What the newsroom says of itself on every page. */
export function SiteWords({ site }: { site: SiteWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const settings = useSettings(site, () => show(say('settings.saved')));
  const { value, put, save } = settings;
  const fourEyes = async (on: boolean): Promise<void> => {
    await saveSite({ fourEyes: on }, site.version);
    show(say(on ? 'settings.fourEyes.on' : 'settings.fourEyes.off'));
  };
  const lang = value('lang');
  const languages = Object.entries(LANGUAGES).map(([tag, label]) => ({ value: tag, label }));
  const isKnown = languages.some((one) => one.value === lang);
  const links = value('navigation').flatMap((_, at) => [`/navigation/${at}/label`, `/navigation/${at}/href`]);
  return (
    <SettingsForm
      site={site}
      settings={settings}
      fields={['/name', '/tagline', '/lang', '/zone', '/contact', '/notice', ...links]}
    >
      <Panel title={say('settings.name.part')} hint={say('settings.name.hint')}>
        <Names settings={settings} />
      </Panel>
      <Panel title={say('settings.place.part')} hint={say('settings.place.hint')}>
        <div className="form form-row">
          <Select
            label={say('settings.lang')}
            value={lang}
            options={isKnown ? languages : [...languages, { value: lang, label: lang }]}
            onPick={(tag) => put('lang', tag)}
            error={save.errorAt('/lang')}
          />
          <ZoneField
            label={say('settings.zone')}
            value={value('zone')}
            onText={(zone) => put('zone', zone)}
            error={save.errorAt('/zone')}
          />
        </div>
      </Panel>
      <Panel title={say('settings.navigation')} hint={say('settings.navigation.hint')}>
        <Navigation
          entries={value('navigation')}
          onChange={(entries) => put('navigation', entries)}
          errorAt={save.errorAt}
        />
      </Panel>
      <Panel title={say('settings.publishing')}>
        <Switch
          label={say('settings.fourEyes')}
          hint={say('settings.fourEyes.hint')}
          checked={site.fourEyes}
          onSwitch={(on) => orSay(fourEyes(on))}
        />
      </Panel>
    </SettingsForm>
  );
}

function Names({ settings: { value, put, save } }: { settings: Settings }) {
  const { say } = useWords();
  return (
    <div className="form">
      <TextField
        label={say('settings.name')}
        value={value('name')}
        onText={(name) => put('name', name)}
        error={save.errorAt('/name')}
        maxLength={120}
      />
      <TextField
        label={say('settings.tagline')}
        value={value('tagline') ?? ''}
        onText={(tagline) => put('tagline', tagline)}
        error={save.errorAt('/tagline')}
        maxLength={200}
      />
      <TextField
        label={say('settings.contact')}
        hint={say('settings.contact.hint')}
        value={value('contact') ?? ''}
        onText={(contact) => put('contact', contact)}
        error={save.errorAt('/contact')}
        maxLength={2048}
      />
      <TextArea
        label={say('settings.notice')}
        hint={say('settings.notice.hint')}
        value={value('notice') ?? ''}
        onText={(notice) => put('notice', notice)}
        error={save.errorAt('/notice')}
      />
    </div>
  );
}
