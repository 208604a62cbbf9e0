import { useState } from 'react';
import type { NavigationEntry } from '../../../../domain/site.ts';
import { Button } from '../../kit/button.tsx';
import { Switch } from '../../kit/checkbox.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Select } from '../../kit/select.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { besideFields, useAct } from '../house/use-act.ts';
import { useOrSay } from '../house/use-or-say.ts';
import { Navigation } from './navigation.tsx';
import { saveSite } from './save-site.ts';
import type { SiteWire } from './screen.tsx';
import { ZoneField } from './zone-field.tsx';

/** Nothing typed is none. */
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the newsroom says of itself on every page. */
export function SiteWords({ site }: { site: SiteWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const [name, setName] = useState(site.name);
  const [tagline, setTagline] = useState(site.tagline ?? '');
  const [lang, setLang] = useState(site.lang);
  const [zone, setZone] = useState(site.zone);
  const [contact, setContact] = useState(site.contact ?? '');
  const [notice, setNotice] = useState(site.notice ?? '');
  const [navigation, setNavigation] = useState<NavigationEntry[]>(site.navigation);
  const save = useAct(async () => {
    const change = {
      name,
      tagline: orNull(tagline),
      lang,
      zone,
      contact: orNull(contact),
      notice: orNull(notice),
      navigation,
    };
    await saveSite(change, site.version);
    show(say('settings.saved'));
  });
  const fourEyes = async (on: boolean): Promise<void> => {
    await saveSite({ fourEyes: on }, site.version);
    show(say(on ? 'settings.fourEyes.on' : 'settings.fourEyes.off'));
  };
  const fields = ['/name', '/tagline', '/lang', '/zone', '/contact', '/notice'];
  const beside = besideFields(save, fields);
  const languages = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }));
  const known = languages.some(({ value }) => value === lang);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <Panel title={say('settings.name.part')} hint={say('settings.name.hint')}>
        <div className="form">
          <TextField
            label={say('settings.name')}
            value={name}
            onText={setName}
            error={save.errorAt('/name')}
            maxLength={120}
          />
          <TextField
            label={say('settings.tagline')}
            value={tagline}
            onText={setTagline}
            error={save.errorAt('/tagline')}
            maxLength={200}
          />
          <TextField
            label={say('settings.contact')}
            hint={say('settings.contact.hint')}
            value={contact}
            onText={setContact}
            error={save.errorAt('/contact')}
            maxLength={2048}
          />
          <TextArea
            label={say('settings.notice')}
            hint={say('settings.notice.hint')}
            value={notice}
            onText={setNotice}
            error={save.errorAt('/notice')}
          />
        </div>
      </Panel>
      <Panel title={say('settings.place.part')} hint={say('settings.place.hint')}>
        <div className="form form-row">
          <Select
            label={say('settings.lang')}
            value={lang}
            options={known ? languages : [...languages, { value: lang, label: lang }]}
            onPick={setLang}
            error={save.errorAt('/lang')}
          />
          <ZoneField
            label={say('settings.zone')}
            value={zone}
            onText={setZone}
            error={save.errorAt('/zone')}
          />
        </div>
      </Panel>
      <Panel title={say('settings.navigation')} hint={say('settings.navigation.hint')}>
        <Navigation entries={navigation} onChange={setNavigation} errorAt={save.errorAt} />
      </Panel>
      <Panel title={say('settings.publishing')}>
        <Switch
          label={say('settings.fourEyes')}
          hint={say('settings.fourEyes.hint')}
          checked={site.fourEyes}
          onSwitch={(on) => orSay(fourEyes(on))}
        />
      </Panel>
      <div className="settings-foot">
        {beside !== null && <ErrorView problem={beside} />}
        <Button type="submit" kind="primary" busy={save.busy}>
          {say('settings.save')}
        </Button>
      </div>
    </form>
  );
}
