import { useEffect, useMemo, useRef, useState } from 'react';
import * as Y from 'yjs';
import { slugOf } from '../../../../domain/slug.ts';
import { contentOf, emptyContent, fillDoc } from '../../../shared/draft-doc.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { ask, Problem } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { queryClient } from '../../net/query-client.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { OwnText } from '../story/compose/own-text.tsx';
import { mediaGate } from '../story/net/media-gate.ts';
import { besideFields, useAct } from '../house/use-act.ts';
import { Banner } from '../../kit/banner.tsx';
import { forgetPage, keepPage, keptPage, type KeptPage } from './kept-page.ts';
import { PageMerge } from './page-merge.tsx';
import type { PageShown } from './pages.tsx';
import './settings.css';

const changed = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.site });

/** Writes one page of the newsroom's own, whole. What is typed is kept in this tab until it is published or thrown away. */
export function PageEditor({ page, onClose }: { page: PageShown | null; onClose: () => void }) {
  const { person } = useSession();
  const of = `${person.id} ${page?.slug ?? ''}`;
  const [kept, setKept] = useState(() => keptPage(of));
  const startOver = (): void => {
    forgetPage(of);
    setKept(null);
  };
  return (
    <Sheet
      key={kept ? 'kept' : 'new'}
      of={of}
      page={page}
      kept={kept}
      onStartOver={startOver}
      onClose={onClose}
    />
  );
}

type SheetProps = {
  of: string;
  page: PageShown | null;
  kept: KeptPage | null;
  onStartOver: () => void;
  onClose: () => void;
};

function Sheet({ of, page, kept, onStartOver, onClose }: SheetProps) {
  const speech = useWords();
  const { say } = speech;
  const { show } = useToasts();
  const [title, setTitle] = useState(kept?.title ?? page?.title ?? '');
  const [slug, setSlug] = useState(kept?.slug ?? page?.slug ?? '');
  const [inFooter, setInFooter] = useState(kept?.inFooter ?? page?.inFooter ?? true);
  const [removing, setRemoving] = useState(false);
  const gate = useMemo(() => mediaGate(speech), [speech]);
  const body = kept?.body ?? page?.body;
  const doc = useMemo(() => {
    const made = new Y.Doc();
    fillDoc(made, { ...emptyContent(), ...(body && { body }) });
    return made;
  }, [body]);
  const [seen, setSeen] = useState(kept?.version ?? page?.version ?? 0);
  /** As somebody else left it since it was begun here; null: taken down. */
  const [theirs, setTheirs] = useState<PageShown | null | undefined>();
  const done = useKeeping(of, () => {
    const now = { title, slug, inFooter, body: contentOf(doc).body, version: seen };
    return sameWords(now, page) ? null : now;
  });
  const address = slug === '' ? slugOf(title) : slug;
  /** Over the version that was seen; false where another stands: both are shown, and nothing is written. */
  const publish = async (over: number): Promise<boolean> => {
    const sent = { title, document: contentOf(doc).body, inFooter, lang: page?.lang ?? null };
    try {
      await ask('PUT /pages/:slug', { params: { slug: address }, query: { seen: over }, body: sent });
    } catch (error) {
      if (!(error instanceof Problem) || error.type !== 'stale-version') throw error;
      const standing = await standingPage(address);
      setSeen(standing?.version ?? 0);
      setTheirs(standing);
      return false;
    }
    done();
    await changed();
    show(say('settings.pages.saved'));
    onClose();
    return true;
  };
  const save = useAct(() => publish(seen));
  const beside = besideFields(save, ['/title', '/slug']);
  const form = (
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
      {kept && (
        <Banner
          action={
            <Button
              small
              onClick={() => {
                done();
                onStartOver();
              }}
            >
              {say('settings.pages.startOver')}
            </Button>
          }
        >
          {say('settings.pages.kept')}
        </Banner>
      )}
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
      <OwnText
        doc={doc}
        media={gate}
        label={say('settings.pages.text')}
        placeholder={say('settings.pages.placeholder')}
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
            done();
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
  return (
    <>
      {form}
      {theirs !== undefined && (
        <PageMerge
          key={theirs?.version ?? 0}
          form={{ title, setTitle, inFooter, setInFooter, doc }}
          theirs={theirs}
          gate={gate}
          onPublish={() => publish(seen)}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </>
  );
}

/** The page at an address as it stands now; null where there is none. */
async function standingPage(slug: string): Promise<PageShown | null> {
  try {
    return await ask<PageShown>('GET /pages/:slug', { params: { slug } });
  } catch (error) {
    if (error instanceof Problem && error.type === 'unknown-page') return null;
    throw error;
  }
}

/** Keeps what is not published when the page is left, however it is left. Returns what ends that: there is nothing to keep any more. */
function useKeeping(of: string, unpublished: () => KeptPage | null): () => void {
  const now = useRef(unpublished);
  now.current = unpublished;
  const ended = useRef(false);
  useEffect(() => {
    ended.current = false;
    const keep = (): void => {
      if (ended.current) return;
      const words = now.current();
      if (words) keepPage(of, words);
      else forgetPage(of);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [of]);
  return () => {
    ended.current = true;
    forgetPage(of);
  };
}

function sameWords(now: KeptPage, page: PageShown | null): boolean {
  const before = page ?? { title: '', body: emptyContent().body, inFooter: true };
  return (
    now.title === before.title &&
    now.inFooter === before.inFooter &&
    JSON.stringify(now.body) === JSON.stringify(before.body)
  );
}
