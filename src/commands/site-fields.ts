import { faintColours, type Colours, type Scheme, type SchemeName } from '../domain/colours.ts';
import { checkColour } from '../domain/contrast.ts';
import { breaks } from '../domain/faults.ts';
import { isId } from '../domain/id.ts';
import { checkDestination, checkLink } from '../domain/links.ts';
import type { FontStack, NavigationEntry, Site } from '../domain/site.ts';
import { LONGEST, type Fields } from './fields.ts';

/** Most entries of the navigation, and the longest of their labels. */
export const NAVIGATION = { entries: 12, label: 40 };
export const TAGLINE_MAX = 200;

export type SchemeInput = { accent?: string; live?: string; ink?: string | null; paper?: string | null };
/** Given whole: both schemes, and of each the accent and what is live. */
export type ColoursInput = Partial<Record<SchemeName, SchemeInput>>;

/** Settings as they come in: what is left out stays. */
export type SiteInput = {
  name?: string;
  lang?: string;
  zone?: string;
  tagline?: string | null;
  notice?: string | null;
  logo?: string | null;
  colours?: ColoursInput | null;
  font?: string;
  navigation?: NavigationEntry[];
  contact?: string | null;
  fourEyes?: boolean;
};

/** Given settings checked, the others as they stood. Pointers name these fields as the API has them. */
export function readSite(fields: Fields, before: Site, input: SiteInput): Site {
  const { name, lang, zone, tagline, notice, logo, colours, font, navigation, contact } = input;
  const { fourEyes } = input;
  return {
    name: name === undefined ? before.name : fields.line('/name', name, LONGEST.name),
    lang: lang === undefined ? before.lang : fields.lang('/lang', lang),
    zone: zone === undefined ? before.zone : fields.zone('/zone', zone),
    tagline: tagline === undefined ? before.tagline : fields.optionalLine('/tagline', tagline, TAGLINE_MAX),
    notice: notice === undefined ? before.notice : fields.optionalLine('/notice', notice, LONGEST.line),
    logo: logo === undefined ? before.logo : readLogo(fields, logo),
    colours: colours === undefined ? before.colours : readColours(fields, colours),
    font: font === undefined ? before.font : readFont(fields, font),
    navigation: navigation === undefined ? before.navigation : readNavigation(fields, navigation),
    contact: contact === undefined ? before.contact : readContact(fields, contact),
    fourEyes: fourEyes ?? before.fourEyes,
  };
}

function readLogo(fields: Fields, logo: string | null): string | null {
  if (logo === null || isId(logo)) return logo;
  fields.fault('/logo', 'must be the id of a picture');
  return null;
}

const FONTS: readonly FontStack[] = ['serif', 'sans', 'mixed'];

function readFont(fields: Fields, given: string): FontStack {
  const font = FONTS.find((one) => one === given);
  if (!font) fields.fault('/font', 'must be serif, sans or mixed');
  return font ?? 'mixed';
}

/** All colours of both schemes; those a reader could not tell from their ground are refused, with the ratios. */
function readColours(fields: Fields, given: ColoursInput | null): Colours | null {
  if (given === null) return null;
  const faults = fields.errors.length;
  const colours: Colours = {
    light: readScheme(fields, '/colours/light', given.light),
    dark: readScheme(fields, '/colours/dark', given.dark),
  };
  if (fields.errors.length > faults) return null;
  for (const { scheme, colour, measured, needed } of faintColours(colours)) {
    // Rounded down: 4.49 is not shown as the 4.5 that it lacks.
    const ratio = Math.floor(measured * 100) / 100;
    const detail = `has a contrast of ${ratio}:1 on the ${scheme} page, and needs ${needed}:1 to be read (WCAG 2.2)`;
    fields.fault(`/colours/${scheme}/${colour}`, breaks('contrast', needed, detail));
  }
  return colours;
}

function readScheme(fields: Fields, pointer: string, given: SchemeInput = {}): Scheme {
  const colour = (name: keyof Scheme, text: string | undefined): string => {
    const checked = checkColour(text ?? '');
    if (checked === null)
      fields.fault(`${pointer}/${name}`, breaks(text === undefined ? 'missing' : 'colour'));
    return checked ?? '';
  };
  const optional = (name: keyof Scheme, text: string | null | undefined): string | null =>
    text === null || text === undefined ? null : colour(name, text);
  return {
    accent: colour('accent', given.accent),
    live: colour('live', given.live),
    ink: optional('ink', given.ink),
    paper: optional('paper', given.paper),
  };
}

function readNavigation(fields: Fields, given: NavigationEntry[]): NavigationEntry[] {
  const { entries, label: longest } = NAVIGATION;
  if (given.length > entries) fields.fault('/navigation', breaks('too-many', entries));
  return given.slice(0, entries).map(({ label, href }, at) => {
    const checked = checkDestination(href);
    if (checked === null) {
      fields.fault(`/navigation/${at}/href`, breaks('destination'));
    }
    return { label: fields.line(`/navigation/${at}/label`, label, longest), href: checked ?? '/' };
  });
}

/** A mail address may come without its scheme. */
function readContact(fields: Fields, given: string | null): string | null {
  if (given === null || given.trim() === '') return null;
  const mail = /^[^\s:/]+@[^\s:/]+$/.test(given.trim());
  const contact = checkLink(mail ? `mailto:${given.trim()}` : given);
  if (contact === null) fields.fault('/contact', breaks('contact'));
  return contact;
}
