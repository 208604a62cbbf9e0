import type { InvitationLineWire, MadeLinkWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Line } from '../house/page.tsx';
import { useOrSay } from '../house/use-or-say.ts';

/** Somebody who was asked in and has not come yet. */
export function InvitationLine({
  invitation,
  onMade,
}: {
  invitation: InvitationLineWire;
  onMade: (made: MadeLinkWire) => void;
}) {
  const { say } = useWords();
  const orSay = useOrSay();
  const { show } = useToasts();
  const { id, email, name, role, expiresAt } = invitation;
  const again = async (): Promise<void> => {
    const made = await ask<MadeLinkWire>('POST /invitations', { body: { email, name, role } });
    await queryClient.invalidateQueries({ queryKey: keys.invitations });
    onMade(made);
  };
  const takeBack = async (): Promise<void> => {
    await ask('DELETE /invitations/:invitationId', { params: { invitationId: id } });
    await queryClient.invalidateQueries({ queryKey: keys.invitations });
    show(say('people.takenBack', { name }), { undo: () => orSay(again()) });
  };
  return (
    <Line
      lead={<Icon name="mail" large />}
      title={name}
      more={
        <>
          <span>{email}</span>
          <span>{say(`frame.role.${role}`)}</span>
          <span>
            {say('people.goodUntil')} <When at={expiresAt} />
          </span>
        </>
      }
      end={
        <>
          <Button small onClick={() => orSay(again())}>
            {say('people.newLink')}
          </Button>
          <Button small kind="quiet" onClick={() => orSay(takeBack())}>
            {say('people.takeBack')}
          </Button>
        </>
      }
    />
  );
}
