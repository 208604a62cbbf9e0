import type { CorrectionInput } from '../commands/correct-update.ts';
import type { EditInput } from '../commands/edit-update.ts';
import type { OpenInput } from '../commands/open-story.ts';
import type { PostInput } from '../commands/post-update.ts';
import type { TopInput } from '../commands/top-fields.ts';
import type { PictureName } from './pictures.ts';
import type { WordsInput } from '../commands/words.ts';

/**
 * One thing that happened in the night. `at` is the newsroom's wall clock, `HH:MM`: of the evening from noon on, else of
 * the morning after. Updates are called by a name of their own; ids are given when the night is played. `shows` is the lead picture from then on.
 */
export type Beat = { at: string } & (
  | { opens: OpenInput; shows?: PictureName }
  | { posts: string; words: PostInput }
  | { edits: string; words: EditInput }
  | { corrects: string; words: CorrectionInput & WordsInput }
  | { retracts: string; reason: string }
  | { pins: string }
  | { writesTop: Omit<TopInput, 'summary'>; summary: { text: string; of: string }[]; shows?: PictureName }
);
