import type { Action } from '../../domain/desk/rights.ts';

/**
 * Who may ask what of the desk, a line an endpoint: it is registered, authorised and tested by it.
 * `of` says what its address names, so that it is authorised against this story and this object:
 * `:storyId`, `:draftId`, `:updateId` or `:mediaId`; `site` names nothing of anybody's.
 */
export type DeskRight = { may: Action | 'anyone'; of: 'site' | 'story' | 'draft' | 'update' | 'media' };

export const DESK_ENDPOINT_RIGHTS = {
  'GET /session': { may: 'anyone', of: 'site' },
  'GET /site': { may: 'read-desk', of: 'site' },
  'PATCH /site': { may: 'change-site', of: 'site' },
  'GET /pages': { may: 'read-desk', of: 'site' },
  'GET /pages/:slug': { may: 'read-desk', of: 'site' },
  'PUT /pages/:slug': { may: 'write-page', of: 'site' },
  'DELETE /pages/:slug': { may: 'write-page', of: 'site' },
  'GET /authors': { may: 'read-desk', of: 'site' },
  'PUT /authors': { may: 'write-author', of: 'site' },
  'POST /stories/:storyId/pastes': { may: 'paste-post', of: 'story' },
  'POST /stories/:storyId/pastes/acceptance': { may: 'write-draft', of: 'story' },
  'GET /stories': { may: 'read-desk', of: 'site' },
  'GET /stories/:storyId': { may: 'read-desk', of: 'story' },
  'GET /stories/:storyId/updates': { may: 'read-desk', of: 'story' },
  'GET /stories/:storyId/tops': { may: 'read-desk', of: 'story' },
  'GET /updates/:updateId/history': { may: 'read-desk', of: 'update' },
  'GET /drafts/:draftId/versions': { may: 'read-desk', of: 'draft' },
  'GET /drafts/:draftId/versions/:versionId': { may: 'read-desk', of: 'draft' },
  'POST /drafts/:draftId/versions': { may: 'write-draft', of: 'draft' },
  'GET /search': { may: 'read-desk', of: 'site' },
  'GET /activity': { may: 'read-activity', of: 'site' },
  'GET /stories/:storyId/notes': { may: 'read-desk', of: 'story' },
  'POST /stories/:storyId/notes': { may: 'write-note', of: 'story' },
  'PATCH /notes/:noteId': { may: 'write-note', of: 'site' },
  'PUT /notes/:noteId/settled': { may: 'settle-note', of: 'site' },
  'DELETE /notes/:noteId/settled': { may: 'settle-note', of: 'site' },
  'GET /mentions': { may: 'read-desk', of: 'site' },
  'POST /mentions/read': { may: 'read-desk', of: 'site' },
  'GET /live': { may: 'read-desk', of: 'site' },
  'POST /presence': { may: 'read-desk', of: 'site' },
  'GET /drafts/:draftId/preview': { may: 'read-desk', of: 'draft' },
  'GET /names': { may: 'read-desk', of: 'site' },
  'GET /media': { may: 'read-desk', of: 'site' },
  'POST /media': { may: 'take-in-media', of: 'site' },
  'GET /media/:mediaId': { may: 'read-desk', of: 'media' },
  'PATCH /media/:mediaId': { may: 'describe-media', of: 'media' },
  'GET /media/:mediaId/:file': { may: 'read-desk', of: 'media' },
  'GET /drafts': { may: 'read-desk', of: 'site' },
  // Authorised against the story that its body names.
  'POST /drafts': { may: 'write-draft', of: 'site' },
  // Each of the drafts that its body names is authorised by itself.
  'POST /drafts/acts': { may: 'read-desk', of: 'site' },
  'GET /drafts/:draftId': { may: 'read-desk', of: 'draft' },
  'POST /drafts/:draftId/filing': { may: 'file-draft', of: 'draft' },
  'DELETE /drafts/:draftId/filing': { may: 'file-draft', of: 'draft' },
  'PUT /drafts/:draftId/schedule': { may: 'schedule-draft', of: 'draft' },
  'DELETE /drafts/:draftId/schedule': { may: 'schedule-draft', of: 'draft' },
  'PUT /drafts/:draftId/embargo': { may: 'embargo-draft', of: 'draft' },
  'DELETE /drafts/:draftId/embargo': { may: 'lift-embargo', of: 'draft' },
  'PUT /drafts/:draftId/trash': { may: 'trash-draft', of: 'draft' },
  'DELETE /drafts/:draftId/trash': { may: 'restore-draft', of: 'draft' },
  'PUT /drafts/:draftId/base': { may: 'write-draft', of: 'draft' },
  // And by the right that its kind asks for.
  'POST /drafts/:draftId/publication': { may: 'publish-update', of: 'draft' },
  'POST /stories/:storyId/opening': { may: 'open-story', of: 'story' },
  'PUT /stories/:storyId/state': { may: 'change-state', of: 'story' },
  'PUT /stories/:storyId/slug': { may: 'change-details', of: 'story' },
  'PATCH /stories/:storyId/details': { may: 'change-details', of: 'story' },
  // And the right to open one.
  'POST /stories/:storyId/next-day': { may: 'change-state', of: 'story' },
  'POST /updates/:updateId/retraction': { may: 'retract-update', of: 'update' },
  'PUT /updates/:updateId/pin': { may: 'pin-update', of: 'update' },
  'DELETE /updates/:updateId/pin': { may: 'pin-update', of: 'update' },
  'PUT /updates/:updateId/key-event': { may: 'edit-update', of: 'update' },
  'DELETE /updates/:updateId/key-event': { may: 'edit-update', of: 'update' },
} as const satisfies Record<string, DeskRight>;

export type DeskEndpointName = keyof typeof DESK_ENDPOINT_RIGHTS;
