import { startRegistration } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountWire, PasskeyWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines, Panel } from '../house/page.tsx';
import { wasGivenUp } from '../sign-in/passkey.ts';
import { ConfirmByPassword } from './confirm.tsx';

type OptionsJson = Parameters<typeof startRegistration>[0]['optionsJSON'];

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.account });

type Registered = Awaited<ReturnType<typeof startRegistration>> | 'given-up' | 'already';

/** What the device answers; somebody who closed its dialog knows. */
async function registered(optionsJSON: OptionsJson): Promise<Registered> {
  try {
    return await startRegistration({ optionsJSON });
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidStateError') return 'already';
    if (wasGivenUp(error)) return 'given-up';
    throw error;
  }
}

/** Signing in by face, finger or key, without a password (WebAuthn). */
export function Passkeys({ account }: { account: AccountWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<PasskeyWire | null>(null);
  const passkeys = useQuery({
    queryKey: [...keys.account, 'passkeys'],
    queryFn: ({ signal }) => ask<{ items: PasskeyWire[] }>('GET /account/passkeys', { signal }),
  });
  const possible = typeof PublicKeyCredential !== 'undefined';
  const items = passkeys.data?.items ?? [];

  const add = async (confirmed: { password?: string }): Promise<void> => {
    const optionsJSON = await ask<OptionsJson>('POST /account/passkeys/options', { body: confirmed });
    const response = await registered(optionsJSON);
    if (response === 'given-up') return;
    if (response === 'already') return void show(say('account.passkeys.already'), { kind: 'problem' });
    const name = say('account.passkeys.named', { n: items.length + 1 });
    await ask('POST /account/passkeys', { body: { name, response } });
    await changed();
    show(say('account.passkeys.added'));
  };

  return (
    <Panel title={say('account.passkeys')} hint={say('account.passkeys.hint')}>
      {items.length > 0 && (
        <Lines label={say('account.passkeys')}>
          {items.map((passkey) => (
            <Line
              key={passkey.id}
              lead={<Icon name="key" large />}
              title={passkey.name}
              more={
                <span>
                  {say(passkey.usedAt ? 'account.used' : 'account.made')}{' '}
                  <When at={passkey.usedAt ?? passkey.createdAt} relative />
                </span>
              }
              end={
                <Button small kind="quiet" onClick={() => setRemoving(passkey)}>
                  {say('account.remove')}
                </Button>
              }
            />
          ))}
        </Lines>
      )}
      <div>
        <Button icon="plus" disabled={!possible} onClick={() => setAdding(true)}>
          {say('account.passkeys.add')}
        </Button>
        {!possible && <p className="line-more">{say('account.passkeys.impossible')}</p>}
      </div>
      {adding && (
        <ConfirmByPassword
          account={account}
          title={say('account.passkeys.add')}
          act={say('account.factor.next')}
          onAct={add}
          onClose={() => setAdding(false)}
        />
      )}
      {removing && (
        <ConfirmByPassword
          account={account}
          title={say('account.passkeys.remove', { name: removing.name })}
          act={say('account.remove')}
          danger
          onAct={async (body) => {
            await ask('DELETE /account/passkeys/:passkeyId', { params: { passkeyId: removing.id }, body });
            await changed();
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </Panel>
  );
}
