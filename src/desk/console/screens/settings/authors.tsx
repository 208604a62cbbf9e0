import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Author } from '../../../../domain/author.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextArea } from '../../kit/text-area.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines } from '../house/page.tsx';
import { besideFields, useAct } from '../house/use-act.ts';

const BLANK: Author = { slug: '', name: '', role: null, bio: null };

/** Who the names in bylines belong to: what readers see on an author's page. */
export function Authors() {
  const { say } = useWords();
  const [open, setOpen] = useState<Author | null>(null);
  const authors = useQuery({
    queryKey: [...keys.site, 'authors'],
    queryFn: ({ signal }) => ask<{ items: Author[] }>('GET /authors', { signal }),
  });
  const items = authors.data?.items ?? [];
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setOpen(BLANK)}>
      {say('settings.authors.add')}
    </Button>
  );
  return (
    <div className="page-editor">
      {authors.error && <ErrorView problem={authors.error} onRetry={() => void authors.refetch()} />}
      {authors.data && items.length === 0 && (
        <EmptyState drawing="people" title={say('settings.authors.none')} action={add}>
          <p>{say('settings.authors.hint')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <div className="page-head">
            <p className="page-intro">{say('settings.authors.hint')}</p>
            {add}
          </div>
          <Lines label={say('settings.authors')}>
            {items.map((author) => (
              <Line
                key={author.slug}
                lead={<Avatar person={{ id: author.slug, name: author.name }} decorative />}
                title={author.name}
                more={[author.role, author.bio].filter(Boolean).join(' · ')}
                end={
                  <>
                    <a className="button button-quiet button-small" href={`/authors/${author.slug}`}>
                      {say('settings.see')}
                    </a>
                    <Button small onClick={() => setOpen(author)}>
                      {say('settings.change')}
                    </Button>
                  </>
                }
              />
            ))}
          </Lines>
        </>
      )}
      {open && <AuthorDialog author={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function AuthorDialog({ author, onClose }: { author: Author; onClose: () => void }) {
  const { say } = useWords();
  const [name, setName] = useState(author.name);
  const [role, setRole] = useState(author.role ?? '');
  const [bio, setBio] = useState(author.bio ?? '');
  const save = useAct(async () => {
    await ask('PUT /authors', { body: { name, role: role.trim() || null, bio: bio.trim() || null } });
    await queryClient.invalidateQueries({ queryKey: keys.site });
    onClose();
  });
  const beside = besideFields(save, ['/name', '/role', '/bio']);
  return (
    <Dialog
      title={author.name || say('settings.authors.add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{say('kit.cancel')}</Button>
          <Button kind="primary" type="submit" form="author" busy={save.busy}>
            {say('kit.save')}
          </Button>
        </>
      }
    >
      <form
        id="author"
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save.run();
        }}
      >
        <TextField
          label={say('people.name')}
          hint={say('settings.authors.name')}
          value={name}
          onText={setName}
          readOnly={author.name !== ''}
          autoFocus={author.name === ''}
          error={save.errorAt('/name')}
          maxLength={120}
        />
        <TextField
          label={say('settings.authors.role')}
          value={role}
          onText={setRole}
          error={save.errorAt('/role')}
          maxLength={120}
        />
        <TextArea
          label={say('settings.authors.bio')}
          value={bio}
          onText={setBio}
          error={save.errorAt('/bio')}
        />
        {beside !== null && <ErrorView problem={beside} />}
      </form>
    </Dialog>
  );
}
