import { useQuery } from '@tanstack/react-query';
import type { AccountWire } from '../../../shared/wire.ts';
import { ErrorView } from '../../kit/error-view.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { useWords } from '../../words/words.tsx';
import { Page } from '../house/page.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { Profile } from './profile.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Sessions } from './sessions.tsx';

/** One's own account: who one is, and how one signs in. */
export default function AccountScreen() {
  const { say } = useWords();
  const account = useQuery({
    queryKey: [...keys.account, 'whole'],
    queryFn: ({ signal }) => ask<AccountWire>('GET /account', { signal }),
  });
  return (
    <Page title={say('account.title')} intro={account.data?.person.email}>
      {account.isPending && <Spinner label={say('kit.loading')} />}
      {account.error && <ErrorView problem={account.error} onRetry={() => void account.refetch()} />}
      {account.data && (
        <>
          <Profile account={account.data} />
          <Password account={account.data} />
          <SecondFactor account={account.data} />
          <Passkeys account={account.data} />
          <Sessions />
        </>
      )}
    </Page>
  );
}
