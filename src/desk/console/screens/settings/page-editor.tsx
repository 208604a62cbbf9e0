import { useMemo, useState } from 'react';
import * as Y from 'yjs';
import { slugOf } from '../../../../domain/slug.ts';
import { contentOf, emptyContent, fillDoc } from '../../../shared/draft-doc.ts';
import { BodyEditor } from '../../editor/body-editor.tsx';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { besideFields, useAct } from '../house/use-act.ts';
import type { PageShown } from './pages.tsx';
import './settings.css';

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.site });

/** Writes one page of the newsroom's own, whole. */
export function PageEditor({ page, onClose }: { page: PageShown | null; onClose: () => void }) {
  const { say } = useWords();
  const { show } = useToasts();
  const { person } = useSession();
  const [title, setTitle] = useState(page?.title ?? '');
  const [slug, setSlug] = useState(page?.slug ?? '');
  const [inFooter, setInFooter] = useState(page?.inFooter ?? true);
  const [removing, setRemoving] = useState(false);
  const doc = useMemo(() => {
    const made = new Y.Doc();
    fillDoc(made, { ...emptyContent(), ...(page && { body: page.body }) });
    return made;
  }, [page]);
  const address = slug === '' ? slugOf(title) : slug;
  const save = useAct(async () => {
    const body = { title, document: contentOf(doc).body, inFooter, lang: page?.lang ?? null };
    await ask('PUT /pages/:slug', { params: { slug: address }, query: { seen: page?.version ?? 0 }, body });
    await changed();
    show(say('settings.pages.saved'));
    onClose();
  });
  const beside = besideFields(save, ['/title', '/slug']);
  return (
    <form
      className="page-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save.run();
      }}
    >
      <div className="panel-foot">
        <Button kind="quiet" icon="back" onClick={onClose}>
          {say('settings.pages.back')}
        </Button>
      </div>
      <div className="form-row">
        <TextField
          label={say('settings.pages.title')}
          value={title}
          onText={setTitle}
          error={save.errorAt('/title')}
          maxLength={300}
          autoFocus={page === null}
        />
        <TextField
          label={say('settings.pages.address')}
          hint={say('settings.pages.address.hint')}
          value={page ? page.slug : slug}
          placeholder={slugOf(title)}
          readOnly={page !== null}
          onText={setSlug}
          error={save.errorAt('/slug')}
          maxLength={200}
          spellCheck={false}
        />
      </div>
      <BodyEditor
        doc={doc}
        field="body"
        awareness={null}
        person={{ id: person.id, name: person.name }}
        editable
        label={say('settings.pages.text')}
        placeholder={say('settings.pages.placeholder')}
        marks={[]}
        onSettle={() => undefined}
        onDismiss={() => undefined}
        names={async () => []}
        media={null}
        onSubmit={() => void save.run()}
      />
      <Checkbox label={say('settings.pages.footer')} checked={inFooter} onSwitch={setInFooter} />
      {beside !== null && <ErrorView problem={beside} />}
      <div className="panel-foot">
        <Button type="submit" kind="primary" busy={save.busy}>
          {say('settings.pages.publish')}
        </Button>
        {page && (
          <Button kind="quiet" icon="trash" onClick={() => setRemoving(true)}>
            {say('settings.pages.takeDown')}
          </Button>
        )}
      </div>
      {removing && page && (
        <ConfirmDialog
          title={say('settings.pages.takeDown.title', { title: page.title })}
          act={say('settings.pages.takeDown')}
          danger
          onAct={async () => {
            await ask('DELETE /pages/:slug', { params: { slug: page.slug }, query: { seen: page.version } });
            await changed();
            onClose();
          }}
          onClose={() => setRemoving(false)}
        >
          <p>{say('settings.pages.takeDown.words')}</p>
        </ConfirmDialog>
      )}
    </form>
  );
}
