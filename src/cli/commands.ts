import type { Command } from './command.ts';

/** Each command lies in a file of its own, read when it is asked for: most are done before another would be loaded. */
export const COMMANDS: { name: string; summary: string; load(): Promise<{ command: Command }> }[] = [
  { name: 'start', summary: 'serves the newsroom', load: () => import('./start.ts') },
  { name: 'import', summary: 'takes in a post, or an export', load: () => import('./import.ts') },
  { name: 'export', summary: 'writes a story, or all, as JSON', load: () => import('./export.ts') },
  { name: 'token create', summary: 'makes a token for the API', load: () => import('./token-create.ts') },
  { name: 'token list', summary: 'lists the tokens', load: () => import('./token-list.ts') },
  { name: 'token revoke', summary: 'takes a token out of force', load: () => import('./token-revoke.ts') },
  { name: 'user add', summary: 'records a member of staff', load: () => import('./user-add.ts') },
  { name: 'user link', summary: 'makes a link for a new password', load: () => import('./user-link.ts') },
  { name: 'user list', summary: 'lists the staff', load: () => import('./user-list.ts') },
  {
    name: 'sample discard',
    summary: 'throws the sample story away',
    load: () => import('./sample-discard.ts'),
  },
  { name: 'sample restore', summary: 'brings the sample back', load: () => import('./sample-restore.ts') },
  { name: 'verify', summary: 'checks every log against what is shown', load: () => import('./verify.ts') },
];
