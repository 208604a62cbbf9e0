import { useQuery } from '@tanstack/react-query';
import { may } from '../../../../domain/desk/rights.ts';
import type { StoryGrant } from '../../../../domain/desk/people.ts';
import type { PersonWire } from '../../../shared/wire.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Select } from '../../kit/select.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { peopleQuery } from '../../net/people.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines } from './page.tsx';
import { useAct } from './use-act.ts';

/** What somebody may in a story: as their role has it, or as it was set for this story. */
type Right = 'role' | 'none' | 'write' | 'publish';
type Rights = Pick<StoryGrant, 'write' | 'publish'>;

const SET: Record<Exclude<Right, 'role'>, Rights> = {
  none: { write: false, publish: false },
  write: { write: true, publish: false },
  publish: { write: true, publish: true },
};

function rightOf(grant: Rights | null): Right {
  if (grant === null || (grant.write === null && grant.publish === null)) return 'role';
  if (grant.publish === true) return 'publish';
  return grant.write === false ? 'none' : 'write';
}

/** Who may write and publish in one story, where that is not as their role has it. */
export function StoryRights({ storyId, onClose }: { storyId: string; onClose: () => void }) {
  const { say } = useWords();
  const { person: me } = useSession();
  const people = useQuery(peopleQuery);
  const grants = useQuery({
    queryKey: keys.storyGrants(storyId),
    queryFn: ({ signal }) =>
      ask<{ items: StoryGrant[] }>('GET /stories/:storyId/grants', { params: { storyId }, signal }),
  });
  const set = useAct(async (personId: string, right: Right) => {
    const params = { storyId, personId };
    if (right === 'role') await ask('DELETE /stories/:storyId/grants/:personId', { params });
    else await ask('PUT /stories/:storyId/grants/:personId', { params, body: SET[right] });
    await queryClient.invalidateQueries({ queryKey: keys.storyGrants(storyId) });
  });
  const problem = people.error ?? grants.error ?? set.problem;
  // An admin's cannot be narrowed; nobody sets their own.
  const shown =
    people.data?.items.filter(({ role, disabledAt }) => role !== 'admin' && disabledAt === null) ?? [];
  return (
    <Dialog
      title={say('people.rights.title')}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {say('people.link.done')}
        </Button>
      }
    >
      <div className="form">
        <p>{say('people.rights.words')}</p>
        {(people.isPending || grants.isPending) && <Spinner label={say('kit.loading')} />}
        {problem !== null && <ErrorView problem={problem} />}
        {grants.data && shown.length === 0 && <p>{say('people.rights.nobody')}</p>}
        {grants.data && shown.length > 0 && (
          <Lines label={say('people.rights.title')}>
            {shown.map((person) => (
              <RightsLine
                key={person.id}
                person={person}
                right={rightOf(grants.data.items.find(({ personId }) => personId === person.id) ?? null)}
                held={set.busy || (person.id === me.id && me.role !== 'admin')}
                onPick={(right) => void set.run(person.id, right)}
              />
            ))}
          </Lines>
        )}
      </div>
    </Dialog>
  );
}

function RightsLine({
  person,
  right,
  held,
  onPick,
}: {
  person: PersonWire;
  right: Right;
  held: boolean;
  onPick: (right: Right) => void;
}) {
  const { say } = useWords();
  const byRole = may(person, 'publish-update') ? 'publish' : 'write';
  const role = say('people.rights.role', { what: say(`people.rights.${byRole}`) });
  return (
    <Line
      lead={<Avatar person={person} decorative />}
      title={person.name}
      more={<span>{say(`frame.role.${person.role}`)}</span>}
      end={
        <Select
          bare
          label={say('people.rights.of', { name: person.name })}
          value={right}
          disabled={held}
          options={[
            { value: 'role', label: role },
            { value: 'none', label: say('people.rights.none') },
            { value: 'write', label: say('people.rights.write') },
            { value: 'publish', label: say('people.rights.publish') },
          ]}
          onPick={onPick}
        />
      }
    />
  );
}
