import { useQuery } from '@tanstack/react-query';
import { useLocation, useRoute } from 'wouter';
import type { SiteAtVersion } from '../../../../domain/site.ts';
import { ErrorView } from '../../kit/error-view.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { Tabs, type Tab } from '../../kit/tabs.tsx';
import { useMay } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { Page } from '../house/page.tsx';
import { Authors } from './authors.tsx';
import { Look } from './look.tsx';
import { Pages } from './pages.tsx';
import { SiteWords } from './site-words.tsx';
import { Tokens } from './tokens.tsx';
import { settingsQuery } from './use-settings.ts';

type Part = 'site' | 'look' | 'pages' | 'authors' | 'tokens';

export type SiteWire = SiteAtVersion & { seq: number; fourEyes: boolean };

/** The house: what the site is called and looks like, its own pages, its authors, and the programs that may in. */
export default function SettingsScreen() {
  const { say } = useWords();
  const [, go] = useLocation();
  const [, params] = useRoute('/settings/*?');
  const changesSite = useMay('change-site');
  const managesTokens = useMay('manage-tokens');
  const tabs: Tab<Part>[] = [
    ...(changesSite
      ? [
          { value: 'site' as const, label: say('settings.site') },
          { value: 'look' as const, label: say('settings.look') },
        ]
      : []),
    { value: 'pages', label: say('settings.pages') },
    { value: 'authors', label: say('settings.authors') },
    ...(managesTokens ? [{ value: 'tokens' as const, label: say('settings.tokens') }] : []),
  ];
  const asked = params?.['*'] ?? '';
  const part = tabs.find(({ value }) => value === asked)?.value ?? tabs[0]!.value;
  const site = useQuery(settingsQuery);
  return (
    <Page title={say('settings.title')} intro={say('settings.intro')}>
      <Tabs
        label={say('settings.title')}
        value={part}
        tabs={tabs}
        onPick={(picked) => go(`/settings/${picked}`, { replace: true })}
      >
        {site.isPending && <Spinner label={say('kit.loading')} />}
        {site.error && <ErrorView problem={site.error} onRetry={() => void site.refetch()} />}
        {site.data && part === 'site' && <SiteWords site={site.data} />}
        {site.data && part === 'look' && <Look site={site.data} />}
        {part === 'pages' && <Pages />}
        {part === 'authors' && <Authors />}
        {part === 'tokens' && <Tokens />}
      </Tabs>
    </Page>
  );
}
