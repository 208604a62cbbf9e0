import { paletteOf, type Palette, type SchemeName } from '../../domain/colours.ts';
import { checkColour } from '../../domain/contrast.ts';
import type { Site } from '../../domain/site.ts';

/** The style sheet's property of each colour of a palette. */
const PROPERTIES: Record<keyof Palette, string> = {
  ink: '--ink',
  soft: '--soft',
  paper: '--paper',
  tint: '--tint',
  rule: '--rule',
  link: '--link',
  live: '--live',
  fill: '--fill',
  onFill: '--on-fill',
};

const FONTS: Record<Site['font'], string> = {
  mixed: '',
  serif: ':root{--sans:var(--serif)}',
  sans: ':root{--serif:var(--sans)}',
};

/**
 * A site's own colours and fonts, as custom properties over those of the style sheet; empty where it has chosen none.
 * Constants and checked colours, nothing else: it stands in the page under a policy of its hash. Paper is left as it is.
 */
export function themeCss({ colours, font }: Pick<Site, 'colours' | 'font'>): string {
  if (colours === null) return FONTS[font];
  const root = (name: SchemeName): string => `:root{${declarations(paletteOf(name, colours[name]))}}`;
  const dark = `@media (prefers-color-scheme:dark){${root('dark')}}`;
  return `${FONTS[font]}@media screen{${root('light')}${dark}}`;
}

function declarations(palette: Palette): string {
  return (Object.keys(PROPERTIES) as (keyof Palette)[])
    .map((name) => {
      const colour = checkColour(palette[name]);
      if (colour === null) throw new Error(`the site's ${name} is no colour`);
      return `${PROPERTIES[name]}:${colour}`;
    })
    .join(';');
}
