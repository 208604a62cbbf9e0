import { PLAYER_ORIGINS } from '../../render/players.ts';
import { contentSecurityPolicy } from '../../web/headers.ts';
import { inlineStyle, type Inline } from './inline.ts';
import type { Frame } from '../pages/shell.ts';
import { themeCss } from './theme.ts';

/** The style sheets that stand in every page of a site, in their order. */
export function stylesOf({ assets, site }: Pick<Frame, 'assets' | 'site'>): Inline[] {
  const theme = themeCss(site);
  return theme === '' ? [assets.styles] : [assets.styles, inlineStyle(theme, 'theme')];
}

/** The `Content-Security-Policy` of a site's pages: it lets in by their hashes what the server puts into them, and nothing else. */
export function pagePolicy(frame: Pick<Frame, 'assets' | 'site'>): string {
  const { story, front } = frame.assets;
  return contentSecurityPolicy({
    scripts: [story.source, front.source],
    styles: stylesOf(frame).map(({ source }) => source),
    frames: PLAYER_ORIGINS,
  });
}
