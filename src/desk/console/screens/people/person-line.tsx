import { useState } from 'react';
import { ROLES, type Role } from '../../../../domain/desk/people.ts';
import type { MadeLinkWire, PersonWire } from '../../../shared/wire.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Badge } from '../../kit/badge.tsx';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Icon } from '../../kit/icons.tsx';
import { Menu, type MenuItem } from '../../kit/menu.tsx';
import { Select } from '../../kit/select.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { Line } from '../house/page.tsx';
import { useOrSay } from '../house/use-or-say.ts';

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.people });

/** Somebody who works here, with what those who manage people can do. */
export function PersonLine({
  person,
  manages,
  onMade,
}: {
  person: PersonWire;
  manages: boolean;
  onMade: (made: MadeLinkWire) => void;
}) {
  const { say } = useWords();
  const orSay = useOrSay();
  const { show } = useToasts();
  const me = useSession().person.id === person.id;
  const [disabling, setDisabling] = useState(false);
  const { security, disabledAt } = person;
  const params = { personId: person.id };

  const change = async (body: { role?: Role; disabled?: boolean }, done: string, undo?: () => void) => {
    await ask('PATCH /people/:personId', { params, body });
    await changed();
    show(done, { undo });
  };
  const setRole = (role: Role): void => {
    const back = (): void =>
      orSay(change({ role: person.role }, say('people.roleChanged', { name: person.name })));
    orSay(change({ role }, say('people.roleChanged', { name: person.name }), back));
  };
  const reset = async (): Promise<void> =>
    onMade(await ask<MadeLinkWire>('POST /people/:personId/reset', { params }));
  const endSessions = async (): Promise<void> => {
    await ask('DELETE /people/:personId/sessions', { params });
    await changed();
    show(say('people.sessionsEnded', { name: person.name }));
  };
  const enable = (): void => orSay(change({ disabled: false }, say('people.enabled', { name: person.name })));

  const items: MenuItem[] = [
    { label: say('people.resetLink'), icon: 'key', onPick: () => orSay(reset()) },
    { label: say('people.endSessions'), icon: 'sign-out', onPick: () => orSay(endSessions()) },
    disabledAt === null
      ? { label: say('people.disable'), icon: 'lock', danger: true, onPick: () => setDisabling(true) }
      : { label: say('people.enable'), icon: 'check', onPick: enable },
  ];

  return (
    <>
      <Line
        faded={disabledAt !== null}
        lead={<Avatar person={person} decorative />}
        title={
          <>
            {person.name}
            {me && <span className="line-more">{say('people.you')}</span>}
            {disabledAt !== null && <Badge state="ended">{say('people.disabled')}</Badge>}
          </>
        }
        more={
          <>
            <span>{person.email}</span>
            {security?.secondFactor === true || (security?.passkeys ?? 0) > 0 ? (
              <span>
                <Icon name="shield" /> {say('people.strong')}
              </span>
            ) : null}
            {security?.seenAt && (
              <span>
                {say('people.seen')} <When at={security.seenAt} relative />
              </span>
            )}
          </>
        }
        end={
          manages ? (
            <>
              <Select
                bare
                label={say('people.roleOf', { name: person.name })}
                value={person.role}
                options={ROLES.map((role) => ({ value: role, label: say(`frame.role.${role}`) }))}
                onPick={setRole}
              />
              <Menu
                trigger={<Icon name="more" />}
                triggerClass="button button-quiet icon-button"
                label={say('people.more', { name: person.name })}
                items={items}
              />
            </>
          ) : (
            <span className="line-more">{say(`frame.role.${person.role}`)}</span>
          )
        }
      />
      {disabling && (
        <ConfirmDialog
          title={say('people.disable.title', { name: person.name })}
          act={say('people.disable')}
          danger
          onAct={() => change({ disabled: true }, say('people.wasDisabled', { name: person.name }), enable)}
          onClose={() => setDisabling(false)}
        >
          <p>{say('people.disable.words')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
