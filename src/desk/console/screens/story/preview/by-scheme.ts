export type Scheme = 'light' | 'dark';

/** What a rule's media said as the page came. */
const asItCame = new WeakMap<CSSMediaRule, string>();

/**
 * Shows a page of our own in a frame by day or by night, whatever the system prefers: browsers do not hand a frame's
 * `color-scheme` down to its page, so its rules for one scheme are put in or out of force.
 */
export function showByScheme(page: Document | null | undefined, scheme: Scheme): void {
  if (!page) return;
  page.documentElement.style.colorScheme = scheme;
  for (const { cssRules } of page.styleSheets) turn(cssRules, scheme);
}

function turn(rules: CSSRuleList, scheme: Scheme): void {
  for (const rule of rules) {
    if (!('media' in rule)) continue;
    const ofMedia = rule as CSSMediaRule;
    const came = asItCame.get(ofMedia) ?? ofMedia.media.mediaText;
    asItCame.set(ofMedia, came);
    ofMedia.media.mediaText = came.replaceAll(/\(prefers-color-scheme:\s*(\w+)\)/g, (_, of: string) =>
      of === scheme ? '(min-width: 0px)' : '(max-width: 0px)',
    );
  }
}
