import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainPage } from '../../../../domain/site.ts';
import { Badge } from '../../kit/badge.tsx';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Icon } from '../../kit/icons.tsx';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { useWords } from '../../words/words.tsx';
import { Line, Lines } from '../house/page.tsx';
import { PageEditor } from './page-editor.tsx';

export type PageShown = PlainPage & { path: string };

/** The newsroom's own pages: about, corrections, privacy. */
export function Pages() {
  const { say } = useWords();
  const [open, setOpen] = useState<PageShown | 'new' | null>(null);
  const pages = useQuery({
    queryKey: [...keys.site, 'pages'],
    queryFn: ({ signal }) => ask<{ items: PageShown[] }>('GET /pages', { signal }),
  });
  if (open !== null) return <PageEditor page={open === 'new' ? null : open} onClose={() => setOpen(null)} />;
  const items = pages.data?.items ?? [];
  const add = (
    <Button kind="primary" icon="plus" onClick={() => setOpen('new')}>
      {say('settings.pages.add')}
    </Button>
  );
  return (
    <div className="page-editor">
      {pages.error && <ErrorView problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && items.length === 0 && (
        <EmptyState drawing="stories" title={say('settings.pages.none')} action={add}>
          <p>{say('settings.pages.hint')}</p>
        </EmptyState>
      )}
      {items.length > 0 && (
        <>
          <div className="page-head">
            <p className="page-intro">{say('settings.pages.hint')}</p>
            {add}
          </div>
          <Lines label={say('settings.pages')}>
            {items.map((page) => (
              <Line
                key={page.slug}
                lead={<Icon name="file" large />}
                title={
                  <>
                    {page.title}
                    {page.inFooter && <Badge state="published">{say('settings.pages.inFooter')}</Badge>}
                  </>
                }
                more={
                  <>
                    <span>
                      <bdi dir="ltr">{page.path}</bdi>
                    </span>
                    <span>
                      {say('settings.pages.written')} <When at={page.changedAt} relative />
                    </span>
                  </>
                }
                end={
                  <>
                    <a className="button button-quiet button-small" href={page.path}>
                      {say('settings.see')}
                    </a>
                    <Button small onClick={() => setOpen(page)}>
                      {say('settings.change')}
                    </Button>
                  </>
                }
              />
            ))}
          </Lines>
        </>
      )}
    </div>
  );
}
