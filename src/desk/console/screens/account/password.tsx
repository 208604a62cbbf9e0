import { useState } from 'react';
import type { AccountWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

/** A new password: all other sessions end with it. */
export function Password({ account }: { account: AccountWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const change = useAct(async () => {
    await ask('PUT /account/password', { body: { next, ...(account.hasPassword && { password }) } });
    await queryClient.invalidateQueries({ queryKey: keys.account });
    setPassword('');
    setNext('');
    setOpen(false);
    show(say('account.password.changed'));
  });
  const beside = besideFields(change, ['/password', '/next']);
  return (
    <Panel title={say('account.password')} hint={say('account.password.hint')}>
      {!open && (
        <div className="panel-foot">
          <Button icon="key" onClick={() => setOpen(true)}>
            {say(account.hasPassword ? 'account.password.change' : 'account.password.set')}
          </Button>
          {account.passwordChangedAt && (
            <span className="line-more">
              {say('account.password.since')} <When at={account.passwordChangedAt} relative />
            </span>
          )}
        </div>
      )}
      {open && (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void change.run();
          }}
        >
          <input type="hidden" autoComplete="username" value={account.person.email} />
          {account.hasPassword && (
            <TextField
              label={say('account.password.now')}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onText={setPassword}
              error={change.errorAt('/password')}
              maxLength={200}
            />
          )}
          <TextField
            label={say('account.password.next')}
            hint={say('account.password.next.hint')}
            type="password"
            autoComplete="new-password"
            autoFocus={!account.hasPassword}
            value={next}
            onText={setNext}
            error={change.errorAt('/next')}
            maxLength={200}
          />
          {beside !== null && <ErrorView problem={beside} />}
          <div className="panel-foot">
            <Button type="submit" kind="primary" busy={change.busy}>
              {say('account.password.save')}
            </Button>
            <Button onClick={() => setOpen(false)}>{say('kit.cancel')}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
}
