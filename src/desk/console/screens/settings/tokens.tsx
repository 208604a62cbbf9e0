import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeTokenWire, TokenWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Icon } from '../../kit/icons.tsx';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines } from '../house/page.tsx';
import { Secret } from '../house/secret.tsx';
import { NewToken } from './new-token.tsx';

/** What programs are let in by: each with what it may, and when it was last used. */
export function Tokens() {
  const { say } = useWords();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeTokenWire | null>(null);
  const [revoking, setRevoking] = useState<TokenWire | null>(null);
  const tokens = useQuery({
    queryKey: keys.tokens,
    queryFn: ({ signal }) => ask<{ items: TokenWire[] }>('GET /tokens', { signal }),
  });
  const items = (tokens.data?.items ?? []).filter(({ revokedAt }) => revokedAt === null);
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setMaking(true)}>
      {say('settings.tokens.add')}
    </Button>
  );
  return (
    <div className="page-editor">
      {tokens.error && <ErrorView problem={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data && items.length === 0 && (
        <EmptyState drawing="lost" title={say('settings.tokens.none')} action={add}>
          <p>{say('settings.tokens.hint')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <div className="page-head">
            <p className="page-intro">{say('settings.tokens.hint')}</p>
            {add}
          </div>
          <Lines label={say('settings.tokens')}>
            {items.map((token) => (
              <Line
                key={token.id}
                lead={<Icon name="key" large />}
                title={token.name}
                more={
                  <>
                    <span>{say(`settings.tokens.scope.${token.scope}`)}</span>
                    {token.story && <span>{say('settings.tokens.of', { story: token.story.headline })}</span>}
                    <span>
                      {say(token.lastUsedAt ? 'account.used' : 'account.made')}{' '}
                      <When at={token.lastUsedAt ?? token.createdAt} relative />
                    </span>
                  </>
                }
                end={
                  <Button small kind="quiet" onClick={() => setRevoking(token)}>
                    {say('settings.tokens.revoke')}
                  </Button>
                }
              />
            ))}
          </Lines>
        </>
      )}
      {making && (
        <NewToken
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMaking(false);
            setMade(token);
          }}
        />
      )}
      {made && (
        <Dialog
          title={say('settings.tokens.made', { name: made.name })}
          held
          onClose={() => setMade(null)}
          foot={
            <Button kind="primary" onClick={() => setMade(null)}>
              {say('account.codes.kept')}
            </Button>
          }
        >
          <div className="form">
            <p>{say('settings.tokens.once')}</p>
            <Secret text={made.secret} label={say('settings.tokens.secret')} />
          </div>
        </Dialog>
      )}
      {revoking && (
        <ConfirmDialog
          title={say('settings.tokens.revoke.title', { name: revoking.name })}
          act={say('settings.tokens.revoke')}
          danger
          onAct={async () => {
            await ask('DELETE /tokens/:tokenId', { params: { tokenId: revoking.id } });
            await queryClient.invalidateQueries({ queryKey: keys.tokens });
          }}
          onClose={() => setRevoking(null)}
        >
          <p>{say('settings.tokens.revoke.words')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
