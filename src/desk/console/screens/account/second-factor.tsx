import { useState } from 'react';
import type { AccountWire, RecoveryCodesWire, TotpSetupWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Panel } from '../house/page.tsx';
import { ConfirmByPassword } from './confirm.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TotpDialog } from './totp-dialog.tsx';

type Step = 'begin' | 'end' | 'codes' | null;

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.account });

/** A code from a phone beside the password (RFC 6238), and codes on paper for when the phone is lost. */
export function SecondFactor({ account }: { account: AccountWire }) {
  const { say } = useWords();
  const { show } = useToasts();
  const [step, setStep] = useState<Step>(null);
  const [setup, setSetup] = useState<TotpSetupWire | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = (): void => setStep(null);

  return (
    <Panel title={say('account.factor')} hint={say('account.factor.hint')}>
      {account.secondFactor ? (
        <>
          <p>
            <Icon name="shield" /> {say('account.factor.on', { left: account.recoveryCodesLeft })}
          </p>
          <div className="panel-foot">
            <Button onClick={() => setStep('codes')}>{say('account.factor.newCodes')}</Button>
            <Button kind="quiet" onClick={() => setStep('end')}>
              {say('account.factor.off')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button icon="shield" onClick={() => setStep('begin')}>
            {say('account.factor.turnOn')}
          </Button>
        </div>
      )}
      {step === 'begin' && (
        <ConfirmByPassword
          account={account}
          title={say('account.factor.begin')}
          act={say('account.factor.next')}
          onAct={async (body) => setSetup(await ask<TotpSetupWire>('POST /account/totp', { body }))}
          onClose={close}
        />
      )}
      {step === 'end' && (
        <ConfirmByPassword
          account={account}
          title={say('account.factor.end')}
          act={say('account.factor.off')}
          danger
          onAct={async (body) => {
            await ask('DELETE /account/totp', { body });
            await changed();
            show(say('account.factor.wentOff'));
          }}
          onClose={close}
        >
          <p>{say('account.factor.off.words')}</p>
        </ConfirmByPassword>
      )}
      {step === 'codes' && (
        <ConfirmByPassword
          account={account}
          title={say('account.factor.newCodes')}
          act={say('account.factor.newCodes.act')}
          onAct={async (body) => {
            setCodes((await ask<RecoveryCodesWire>('POST /account/recovery-codes', { body })).codes);
            await changed();
          }}
          onClose={close}
        >
          <p>{say('account.factor.newCodes.words')}</p>
        </ConfirmByPassword>
      )}
      {setup && (
        <TotpDialog
          setup={setup}
          onClose={() => setSetup(null)}
          onDone={(made) => {
            setSetup(null);
            setCodes(made);
            void changed();
          }}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </Panel>
  );
}
