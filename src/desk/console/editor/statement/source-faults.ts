import { nodeAttributes } from '../../../../domain/document/schema.ts';
import type { Speech } from '../../words/words.tsx';

type Say = Speech['say'];

const refuses = (field: string, value: string): boolean =>
  value.trim() !== '' && 'fault' in nodeAttributes['statement']![field]!.read(value);

/** What is wrong with what was typed, as a sentence; null where nothing is. */
export const linkFault = (say: Say, typed: string): string | null =>
  refuses('link', typed) ? say('editor.notALink') : null;

export const languageFault = (say: Say, typed: string): string | null =>
  refuses('lang', typed) ? say('editor.notALanguage') : null;
