/**
 * What the console knows of the server, by the keys of react-query. What the desk's stream tells makes these stale
 * (`live.ts`); a screen that reads something new gives it a key here. A key stands for all that begin with it.
 */
export const keys = {
  session: ['session'],
  /** Settings of the site, its pages and authors. */
  site: ['site'],
  stories: ['stories'],
  storiesFound: (state: string, q: string) => ['stories', state, q],
  /** The story screen: top, first updates, drafts. */
  story: (storyId: string) => ['story', storyId],
  storyUpdates: (storyId: string) => ['story-updates', storyId],
  storyTops: (storyId: string) => ['story-tops', storyId],
  storyGrants: (storyId: string) => ['story-grants', storyId],
  preview: (id: string) => ['preview', id],
  updateHistory: (updateId: string) => ['update-history', updateId],
  draft: (draftId: string) => ['draft', draftId],
  draftVersions: (draftId: string) => ['draft-versions', draftId],
  trash: ['trash'],
  search: (q: string, place: string) => ['search', q, place],
  notes: (storyId: string) => ['notes', storyId],
  mentions: ['mentions'],
  activity: ['activity'],
  people: ['people'],
  invitations: ['invitations'],
  tokens: ['tokens'],
  /** One's own: sessions, passkeys, second factor. */
  account: ['account'],
  media: ['media'],
  mediaOne: (id: string) => ['media', id],
  names: (kind: string, q: string) => ['names', kind, q],
} as const;
