import { useState } from 'react';

import type { MadeTokenWire, NewTokenWire, Scope } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { SegmentedControl } from '../../kit/segmented-control.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

/** Each may do what those before it may (`domain/token.ts`, which no browser can load: it hashes). */
const SCOPES: readonly Scope[] = ['read', 'write', 'admin'];

/** A new token: what it is for, and what it may. */
export function NewToken({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (token: MadeTokenWire) => void;
}) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [scope, setScope] = useState<Scope>('write');
  const make = useAct(async () => {
    const body: NewTokenWire = { name: name.trim(), scope };
    const token = await ask<MadeTokenWire>('POST /tokens', { body });
    await queryClient.invalidateQueries({ queryKey: keys.tokens });
    onMade(token);
  });
  const beside = besideFields(make, ['/name']);
  return (
    <Dialog
      title={say('settings.tokens.add')}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind="primary" type="submit" form="token" busy={make.busy}>
            {say('settings.tokens.make')}
          </Button>
        </>
      }
    >
      <form
        id="token"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make.run();
        }}
      >
        <TextField
          label={say('settings.tokens.name')}
          hint={say('settings.tokens.name.hint')}
          value={name}
          onText={setName}
          error={make.errorAt('/name')}
          maxLength={120}
          autoFocus
        />
        <SegmentedControl
          label={say('settings.tokens.scope')}
          value={scope}
          segments={SCOPES.map((value) => ({ value, label: say(`settings.tokens.scope.${value}`) }))}
          onPick={setScope}
        />
        {beside !== null && <ErrorView problem={beside} />}
      </form>
    </Dialog>
  );
}
