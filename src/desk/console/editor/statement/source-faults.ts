import { nodeAttributes } from '../../../../domain/document/schema.ts';
import { say } from '../say.ts';

const refuses = (field: string, value: string): boolean =>
  value.trim() !== '' && 'fault' in nodeAttributes['statement']![field]!.read(value);

/** What is wrong with what was typed, as a sentence; null where nothing is. */
export const linkFault = (typed: string): string | null =>
  refuses('link', typed) ? say('editor.notALink') : null;

export const languageFault = (typed: string): string | null =>
  refuses('lang', typed) ? say('editor.notALanguage') : null;
