/** Where things are on the site. Paths begin with a slash; `BASE_URL` goes before them where an absolute URL is needed. */
export const storyPath = (slug: string): string => `/stories/${encodeURIComponent(slug)}`;
export const updatePath = (slug: string, updateId: string): string =>
  `${storyPath(slug)}/updates/${updateId}`;
/** The picture that previews of a shared link show. */
export const storyCardPath = (slug: string): string => `${storyPath(slug)}/card.png`;
export const updateCardPath = (slug: string, updateId: string): string =>
  `${updatePath(slug, updateId)}/card.png`;
export const livePath = (slug: string): string => `${storyPath(slug)}/live`;
export const eventsPath = (slug: string): string => `${storyPath(slug)}/events.json`;
export const plainPagePath = (slug: string): string => `/pages/${encodeURIComponent(slug)}`;
export const sectionPath = (slug: string): string => `/sections/${encodeURIComponent(slug)}`;
export const authorPath = (slug: string): string => `/authors/${encodeURIComponent(slug)}`;
export const historyPath = (slug: string): string => `${storyPath(slug)}/history`;
export const correctionsPath = (slug: string): string => `${storyPath(slug)}/corrections`;
export const HOW_WE_CORRECT = '/how-we-correct';
export const SEARCH = '/search';
/** A feed lies beside the page it is of: `path` is that page's, `/` the front page's. */
export const feedPath = (path: string, extension: string): string =>
  `${path === '/' ? '' : path}/feed.${extension}`;
