import catalogue from '../../../render/languages/desk/en/editor.json' with { type: 'json' };
import { Message } from '../../../render/language/message.ts';

export type EditorSentence = keyof typeof catalogue;
export type Say = (sentence: EditorSentence, values?: Record<string, string | number>) => string;

const messages = new Map<EditorSentence, Message>();

/** The editor's sentences. */
export const say: Say = (sentence, values = {}) => {
  let message = messages.get(sentence);
  if (!message) messages.set(sentence, (message = new Message(catalogue[sentence], 'en')));
  return message.say(values);
};
