import type { PageElement } from './tree.ts';

/** Elements and class names by which pages mark what is not the post. */
const TAGS = new Set(
  'nav aside footer form button select dialog menu iframe template noscript object embed audio video canvas'.split(
    ' ',
  ),
);
const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alert menu menubar toolbar tablist'.split(' '),
);
const NAMES =
  /(?:^|[-_\s])(?:share|shares|sharing|sharebar|social|related|recirc|newsletter|newsletters|promo|promos|promotion|sidebar|side-bar|comments?|comment-list|disqus|breadcrumbs?|nav|navbar|navigation|menu|masthead|footer|subscribe|subscription|signup|sign-up|cookies?|consent|gdpr|modal|popup|overlay|paywall|advert|advertisement|ads?|sponsor|sponsored|outbrain|taboola|trending|most-read|most-popular|popular|recommended|recommendations|recommend|tags|tag-list|taglist|topics|toolbar|skip|skip-link|pull-?quote|pullquote|widget|adblock|read-more|readmore|more-stories|also-read|print-only|hidden|visually-hidden|screen-reader-text)(?:$|[-_\s])/i;

/** By what it is or by its class names, an element is the page's. */
export function isPageFurniture(element: PageElement): boolean {
  return isFurnitureByKind(element) || NAMES.test(namesOf(element));
}

/** Navigation, footers, forms, what is hidden: the element itself says that it is no part of the text. */
export function isFurnitureByKind({ tag, attributes }: PageElement): boolean {
  if (TAGS.has(tag) || attributes.has('hidden') || ROLES.has(attributes.get('role') ?? '')) return true;
  return attributes.get('aria-hidden') === 'true' || /display:\s?none/i.test(attributes.get('style') ?? '');
}

/** Class names and id as one string, words inside camelCase parted. */
export function namesOf({ attributes }: PageElement): string {
  const names = `${attributes.get('class') ?? ''} ${attributes.get('id') ?? ''}`.slice(0, 400);
  return names.replace(/([a-z])([A-Z])/g, '$1-$2');
}

const PICTURE = /(?:^|[-_\s])(?:image|photo|picture|media|figure|gallery|lede|hero|wp-caption)(?:$|[-_\s])/i;
const CREDIT = /(?:^|[-_\s])(?:photo-?|image-?|picture-?|media-?)?credits?(?:$|[-_\s])/i;
const CAPTION = /(?:^|[-_\s])(?:wp-caption-text|caption|captions|figcaption|caption-text)(?:$|[-_\s])/i;

export function isCredit(element: PageElement): boolean {
  return (
    CREDIT.test(namesOf(element)) ||
    /creditText|copyrightHolder/.test(element.attributes.get('itemprop') ?? '')
  );
}

/** The element shows a picture, so that a credit in it is the picture's. */
export function isPicture(element: PageElement): boolean {
  return element.tag === 'figure' || isCaption(element) || PICTURE.test(namesOf(element));
}

export function isCaption(element: PageElement): boolean {
  return element.tag === 'figcaption' || CAPTION.test(namesOf(element));
}
