import type { Colours } from './colours.ts';
import type { Happening } from './event.ts';
import type { Instant } from './time.ts';
import type { DocumentJSON } from './document.ts';

/** Stacks of fonts that readers' machines have: no font is fetched. `mixed`: words in serif, labels in sans. */
export type FontStack = 'serif' | 'sans' | 'mixed';

/** `href` is a path of this site, or a web address. */
export type NavigationEntry = { label: string; href: string };

/** What the newsroom says of itself on every page. */
export type Site = {
  name: string;
  /** BCP 47 tag of the site's own sentences, and of stories that say nothing else. */
  lang: string;
  /** IANA name of the newsroom's zone, for stories that say nothing else. */
  zone: string;
  tagline: string | null;
  /** Stands under live stories in place of the sentence that the language's catalogue has. */
  notice: string | null;
  /** Id of a picture. */
  logo: string | null;
  colours: Colours | null;
  font: FontStack;
  navigation: NavigationEntry[];
  /** Where the newsroom is written to: a `mailto:` or web address. */
  contact: string | null;
  /** Whether what one filed another must publish. */
  fourEyes: boolean;
};

/** Settings with the place in the site's log they were written at; 0 where nobody has written any. */
export type SiteAtVersion = Site & { version: number };

/** A page of the newsroom's own: about, corrections, privacy. `version` is its last event's place in the site's log. */
export type PlainPage = {
  slug: string;
  title: string;
  body: DocumentJSON;
  /** BCP 47; null: the site's. */
  lang: string | null;
  inFooter: boolean;
  version: number;
  changedAt: Instant;
};

/** What holds until the newsroom says otherwise. */
export const DEFAULT_SITE: SiteAtVersion = {
  name: 'Writethru',
  lang: 'en',
  zone: 'America/New_York',
  tagline: null,
  notice: null,
  logo: null,
  colours: null,
  font: 'mixed',
  navigation: [],
  contact: null,
  fourEyes: false,
  version: 0,
};

/** The settings an event wrote: whole, but for those that were not yet thought of when it was logged. */
export function siteOf(happening: Extract<Happening, { kind: 'site' }>): Site {
  const { kind: _, ...settings } = happening;
  const { version: __, ...defaults } = DEFAULT_SITE;
  return { ...defaults, ...settings };
}
