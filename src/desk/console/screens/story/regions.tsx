import { lazy, Suspense, type ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from '../../kit/classes.ts';
import { Icon, type IconName } from '../../kit/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { Composer } from './compose/composer.tsx';
import { StoryHeader } from './header/story-header.tsx';
import { REGIONS, type Region } from './regions.ts';
import { useStoryDesk } from './story-desk.ts';
import { Stream } from './stream/stream.tsx';
import { Talk } from './talk/talk.tsx';
import { TopPanel } from './top/top-panel.tsx';
import '../../kit/thumb-way.css';

/** The page it shows comes from the newsroom, and so does what shows it. */
const Preview = lazy(async () => ({ default: (await import('./preview/preview.tsx')).Preview }));

type Props = {
  region: Region;
  onRegion: (region: Region) => void;
  previewing: boolean;
  onPreview: (shown: boolean) => void;
  kept: ReadonlySet<string>;
  older: { more: boolean; busy: boolean; load: () => void };
};

/** The regions beside one another where there is room; on a phone one at a time, with tabs at the thumb. */
export function Regions({ region, onRegion, previewing, onPreview, kept, older }: Props) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const opens = story.state === 'unpublished';
  // Talk shares its column with the top, and so does what readers will see.
  const aside = previewing ? 'preview' : region === 'talk' ? 'talk' : 'top';
  const written = [
    <Place key="write" region="write">
      <Composer />
    </Place>,
    <Place key="stream" region="stream">
      <Stream kept={kept} older={older} />
    </Place>,
  ];
  const beside = (
    <div key="aside" className="story-aside">
      <AsideTabs aside={aside} onRegion={onRegion} onPreview={onPreview} />
      <Place region="top">
        <TopPanel />
      </Place>
      <Place region="talk">
        <Talk />
      </Place>
      {previewing && (
        <section className="region region-preview" aria-label={say('story.preview')}>
          <Suspense fallback={null}>
            <Preview onClose={() => onPreview(false)} />
          </Suspense>
        </section>
      )}
    </div>
  );
  // A story that is still to be opened is its top first, for eyes, keyboard and screen readers alike.
  return (
    <div className={classes('story-screen', opens && 'story-opens')} data-region={region} data-aside={aside}>
      <StoryHeader previewing={previewing} onPreview={() => onPreview(!previewing)} />
      <div className="story-regions">{opens ? [beside, ...written] : [...written, beside]}</div>
      <PhoneTabs region={region} onRegion={onRegion} opens={opens} />
    </div>
  );
}

const Place = ({ region, children }: { region: Region; children: ReactNode }) => (
  <section
    id={`region-${region}`}
    className={`region region-${region}`}
    aria-labelledby={`${region}-heading`}
    tabIndex={-1}
  >
    {children}
  </section>
);

type AsideProps = { aside: 'top' | 'talk' | 'preview' } & Pick<Props, 'onRegion' | 'onPreview'>;

/** What stands in the column at the end: the top, the talk, or the reader's page. */
function AsideTabs({ aside, onRegion, onPreview }: AsideProps) {
  const { say } = useWords();
  const show = (which: AsideProps['aside']) => (): void => {
    onPreview(which === 'preview');
    if (which !== 'preview') onRegion(which);
  };
  return (
    <nav className="aside-tabs" aria-label={say('story.beside')}>
      {(['top', 'talk', 'preview'] as const).map((which) => (
        <button
          key={which}
          type="button"
          className="aside-tab"
          aria-pressed={aside === which}
          onClick={show(which)}
        >
          {say(which === 'preview' ? 'story.previewShort' : `story.region.${which}`)}
        </button>
      ))}
    </nav>
  );
}

const TOP_FIRST: readonly Region[] = ['top', ...REGIONS.filter((region) => region !== 'top')];
const ICONS: Record<Region, IconName> = { write: 'edit', stream: 'list', top: 'story', talk: 'note' };

/** At the thumb on phones: the way back to the stories, and the four regions. */
function PhoneTabs({ region, onRegion, opens }: Pick<Props, 'region' | 'onRegion'> & { opens: boolean }) {
  const { say } = useWords();
  return (
    <nav className="story-tabs" aria-label={say('story.regions')}>
      <Link href="/" className="thumb-way story-tab">
        <Icon name="back" large />
        <span>{say('frame.stories')}</span>
      </Link>
      {(opens ? TOP_FIRST : REGIONS).map((one) => (
        <button
          key={one}
          type="button"
          className="thumb-way story-tab"
          aria-current={one === region || undefined}
          onClick={() => onRegion(one)}
        >
          <Icon name={ICONS[one]} large />
          <span>{say(`story.region.${one}`)}</span>
        </button>
      ))}
    </nav>
  );
}
