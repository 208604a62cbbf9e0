import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvitationLineWire, MadeLinkWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { peopleQuery } from '../../net/people.ts';
import { useMay } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { Lines, Page, Panel } from '../house/page.tsx';
import { InvitationLine } from './invitation-line.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LinkDialog, type ShownLink } from './link-dialog.tsx';
import { PersonLine } from './person-line.tsx';

/** Who works here, and who was asked to. */
export default function PeopleScreen() {
  const { say } = useWords();
  const manages = useMay('manage-people');
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<ShownLink | null>(null);
  const people = useQuery(peopleQuery);
  const invitations = useQuery({
    queryKey: keys.invitations,
    queryFn: ({ signal }) => ask<{ items: InvitationLineWire[] }>('GET /invitations', { signal }),
    enabled: manages,
  });
  const show = (made: MadeLinkWire, name: string, kind: ShownLink['kind']): void =>
    setLink({ ...made, name, kind });

  return (
    <Page
      title={say('people.title')}
      intro={say('people.intro')}
      actions={
        manages && (
          <Button kind="primary" icon="plus" onClick={() => setInviting(true)}>
            {say('people.invite')}
          </Button>
        )
      }
    >
      {manages && (invitations.data?.items.length ?? 0) > 0 && (
        <Panel title={say('people.invited')} hint={say('people.invited.hint')}>
          <Lines label={say('people.invited')}>
            {invitations.data?.items.map((invitation) => (
              <InvitationLine
                key={invitation.id}
                invitation={invitation}
                onMade={(made) => show(made, invitation.name, 'invitation')}
              />
            ))}
          </Lines>
        </Panel>
      )}
      <Panel title={say('people.here')} hint={say('people.roles')}>
        {people.isPending && <Spinner label={say('kit.loading')} />}
        {people.error && <ErrorView problem={people.error} onRetry={() => void people.refetch()} />}
        {people.data && (
          <Lines label={say('people.here')}>
            {people.data.items.map((person) => (
              <PersonLine
                key={person.id}
                person={person}
                manages={manages}
                onMade={(made) => show(made, person.name, 'reset')}
              />
            ))}
          </Lines>
        )}
      </Panel>
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onMade={(made, name) => {
            setInviting(false);
            show(made, name, 'invitation');
          }}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </Page>
  );
}
