import { useState } from 'react';
import { ROLES, type Role } from '../../../../domain/desk/people.ts';
import type { MadeLinkWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Select } from '../../kit/select.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

/** Asks somebody in: their name, their address, and what they may do. */
export function InviteDialog({
  onClose,
  onMade,
}: {
  onClose: () => void;
  onMade: (made: MadeLinkWire, name: string) => void;
}) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('reporter');
  const invite = useAct(async () => {
    const body = { name: name.trim(), email: email.trim(), role };
    const made = await ask<MadeLinkWire>('POST /invitations', { body });
    await queryClient.invalidateQueries({ queryKey: keys.invitations });
    onMade(made, body.name);
  });
  const beside = besideFields(invite, ['/name', '/email']);
  return (
    <Dialog
      title={say('people.invite.title')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind="primary" busy={invite.busy} type="submit" form="invite">
            {say('people.invite.act')}
          </Button>
        </>
      }
    >
      <form
        id="invite"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void invite.run();
        }}
      >
        <TextField
          label={say('people.name')}
          hint={say('people.name.hint')}
          value={name}
          onText={setName}
          error={invite.errorAt('/name')}
          autoComplete="off"
          maxLength={120}
          autoFocus
        />
        <TextField
          label={say('people.email')}
          type="email"
          value={email}
          onText={setEmail}
          error={invite.errorAt('/email')}
          autoComplete="off"
          maxLength={254}
        />
        <Select
          label={say('people.role')}
          hint={say(`people.role.${role}`)}
          value={role}
          options={ROLES.map((one) => ({ value: one, label: say(`frame.role.${one}`) }))}
          onPick={setRole}
        />
        {beside !== null && <ErrorView problem={beside} />}
      </form>
    </Dialog>
  );
}
