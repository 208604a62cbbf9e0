import type { DeskEndpoint } from '../endpoint.ts';
import {
  changeNoteEndpoint,
  listNotes,
  reopenNote,
  sayNoteEndpoint,
  settleNoteEndpoint,
} from './talk/notes.ts';
import { listMentions, readMentions } from './talk/mentions.ts';

/** What is said beside stories. */
export const talkEndpoints: DeskEndpoint[] = [
  listNotes,
  sayNoteEndpoint,
  changeNoteEndpoint,
  settleNoteEndpoint,
  reopenNote,
  listMentions,
  readMentions,
];
