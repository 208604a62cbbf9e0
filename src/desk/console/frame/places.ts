import type { Action } from '../../../domain/desk/rights.ts';
import type { IconName } from '../kit/icons.tsx';
import type { Sentence } from '../words/words.tsx';

/** A part of the desk one can go to, and who may. */
export type Place = { to: string; icon: IconName; words: Sentence; may: Action };

/** Those in the bar; on phones the first stand at the thumb, the rest behind "More". */
export const PLACES: readonly Place[] = [
  { to: '/', icon: 'story', words: 'frame.stories', may: 'read-desk' },
  { to: '/activity', icon: 'activity', words: 'frame.activity', may: 'read-activity' },
  { to: '/people', icon: 'people', words: 'frame.people', may: 'manage-people' },
];

/** Those in the person's menu. */
export const MORE_PLACES: readonly Place[] = [
  { to: '/account', icon: 'shield', words: 'frame.account', may: 'own-account' },
  { to: '/trash', icon: 'trash', words: 'frame.trash', may: 'read-desk' },
  { to: '/settings', icon: 'settings', words: 'frame.settings', may: 'write-page' },
];

/** Whether somebody who is at `path` is in this part. */
export const isAt = (path: string, to: string): boolean =>
  to === '/' ? path === '/' || path.startsWith('/stories') : path === to || path.startsWith(`${to}/`);
