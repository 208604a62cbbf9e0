import fs from 'node:fs';
import path from 'node:path';
import type en from '../render/languages/desk/en/mail.json';
import { Message } from '../render/language/message.ts';

export type MailSentence = keyof typeof en;
type Say = (sentence: MailSentence, values?: Record<string, string | number>) => string;

const FOLDER = path.join(import.meta.dirname, '..', 'render', 'languages', 'desk');

const known = new Map<string, Record<string, string>>();

/** A language's letters, where there are any. */
function catalogue(tag: string): Record<string, string> {
  let found = known.get(tag);
  if (!found) {
    const file = path.join(FOLDER, tag, 'mail.json');
    found = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>) : {};
    known.set(tag, found);
  }
  return found;
}

/** What letters say in a language (BCP 47); in English where it has no such sentence. */
export function mailWords(lang: string): { tag: string; say: Say } {
  const own = lang.split('-')[0]?.toLowerCase() ?? 'en';
  const tag = /^[a-z]{2,3}$/.test(own) && 'mail.invitation.subject' in catalogue(own) ? own : 'en';
  return {
    tag,
    say(sentence, values = {}) {
      const text = catalogue(tag)[sentence] ?? catalogue('en')[sentence] ?? sentence;
      return new Message(text, tag).say(values);
    },
  };
}
