import type { Site } from '../../../../domain/site.ts';
import { Banner } from '../../kit/banner.tsx';
import { Button } from '../../kit/button.tsx';
import { LANGUAGES } from '../../words/languages.ts';
import { useWords, type Speech } from '../../words/words.tsx';
import type { Setting, Settings } from './use-settings.ts';

/** What somebody else saved over what stands in the form; what was typed is kept until one of both is chosen. */
export function Clashes({ site, settings }: { site: Site; settings: Settings }) {
  const speech = useWords();
  const { say } = speech;
  return (
    <Banner
      kind="warn"
      action={
        <>
          <Button small onClick={settings.keepMine}>
            {say('settings.clash.mine')}
          </Button>
          <Button small onClick={settings.takeTheirs}>
            {say('settings.clash.theirs')}
          </Button>
        </>
      }
    >
      <p role="alert">
        <strong>{say('settings.clash')}</strong>
      </p>
      <dl className="clashes">
        {settings.clashes.map((name) => (
          <div key={name}>
            <dt>{nameOf(speech, name)}</dt>
            <dd>{valueOf(speech, name, site)}</dd>
          </div>
        ))}
      </dl>
    </Banner>
  );
}

function nameOf({ say }: Speech, name: Setting): string {
  return say(`settings.${name}`);
}

function valueOf({ say }: Speech, name: Setting, site: Site): string {
  const value = site[name];
  if (value === null || value === '') return say('settings.clash.none');
  if (name === 'navigation')
    return site.navigation.map(({ label }) => label).join(' · ') || say('settings.clash.none');
  if (name === 'colours') return coloursOf(site);
  if (name === 'font') return say(`settings.font.${site.font}`);
  if (name === 'logo') return say('settings.clash.logo');
  if (name === 'lang') return (LANGUAGES as Record<string, string>)[site.lang] ?? site.lang;
  return typeof value === 'string' ? value : '';
}

const coloursOf = ({ colours }: Site): string =>
  Object.values(colours ?? {})
    .map((scheme) => Object.values(scheme).filter(Boolean).join(', '))
    .join(' · ');
