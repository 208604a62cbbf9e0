import { useState } from 'react';
import type { AccountWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Select } from '../../kit/select.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

const SITE = '';

/** One's name in bylines, and the language the desk speaks. */
export function Profile({ account: { person } }: { account: AccountWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const [name, setName] = useState(person.name);
  const [lang, setLang] = useState(person.lang ?? SITE);
  const save = useAct(async () => {
    await ask('PATCH /account', { body: { name: name.trim(), lang: lang === SITE ? null : lang } });
    await Promise.all(
      [keys.account, keys.session].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    );
    show(say('account.saved'));
  });
  const beside = besideFields(save, ['/name']);
  const changed = name.trim() !== person.name || lang !== (person.lang ?? SITE);
  return (
    <Panel title={say('account.profile')} hint={say('account.profile.hint')}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <TextField
          label={say('people.name')}
          hint={say('people.name.hint')}
          value={name}
          onText={setName}
          error={save.errorAt('/name')}
          autoComplete="name"
          maxLength={120}
        />
        <Select
          label={say('account.language')}
          value={lang}
          options={[
            { value: SITE, label: say('account.language.site') },
            ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
          ]}
          onPick={setLang}
        />
        {beside !== null && <ErrorView problem={beside} />}
        <div>
          <Button type="submit" kind="primary" busy={save.busy} disabled={!changed}>
            {say('kit.save')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
