import type { DraftContent, Draft } from '../../../src/domain/desk/draft.ts';
import type { Newsroom } from '../../../src/commands/perform.ts';
import type { Person } from '../../../src/domain/desk/people.ts';
import { askDesk } from '../../support/ask-desk.ts';
import { beginSession } from '../../support/desk-site.ts';
import { addPerson } from '../../../src/commands/people/add-person.ts';
import { chosenId, stateOf, topWords, words } from '../../support/drafts.ts';
import { cookieName } from '../../../src/web/sessions/cookie.ts';

/** What somebody sends, as often as it takes: the same each time. */
export type Sent = { call: string; body?: unknown; bytes?: Buffer; cookie?: string };

/** How many of the things it consists of were done. */
export type Standing = 'whole' | 'nothing' | { half: string };

export type Worker = { person: Person; cookie: string };

/** The newsroom as an act finds it, and what may be done there before the knife falls. */
export type Ground = {
  newsroom: Newsroom;
  editor: Worker;
  admin: Worker;
  ask(sent: Sent): Promise<Response>;
  /** Asks, and throws where it is refused; the answer. */
  // oxlint-disable-next-line no-explicit-any
  done(sent: Sent): Promise<any>;
  story(): Promise<{ storyId: string; slug: string }>;
  draft(storyId: string, content?: DraftContent, more?: object): Promise<Draft>;
  find(draftId: string): Promise<Draft | null>;
  /** How often this was written down of that. */
  told(action: string, subject?: string): Promise<number>;
};

export async function openGround(newsroom: Newsroom, url: string): Promise<Ground> {
  const join = async (role: 'editor' | 'admin'): Promise<Worker> => {
    const input = { email: `${chosenId()}@desk.test`, name: role, role };
    const added = await addPerson(newsroom, 'faults', input);
    if (added.type !== 'added') throw new Error(JSON.stringify(added));
    const cookie = `${cookieName(url)}=${await beginSession(newsroom, added.person)}`;
    return { person: added.person, cookie };
  };
  const [editor, admin] = [await join('editor'), await join('admin')];
  const ask: Ground['ask'] = ({ call, body, bytes, cookie = editor.cookie }) =>
    askDesk({ url, cookie }, call, { body, ...(bytes && { bytes }) });
  const done: Ground['done'] = async (sent) => {
    const answer = await ask(sent);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${sent.call}: ${answer.status} ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  const draft: Ground['draft'] = async (storyId, content = words('Lunch', 'It is off.'), more = {}) => {
    const body = { id: chosenId(), storyId, kind: 'update', state: stateOf(content), ...more };
    return (await done({ call: 'POST /drafts', body })).draft;
  };
  return {
    newsroom,
    editor,
    admin,
    ask,
    done,
    draft,
    async story() {
      const storyId = chosenId();
      const top = await draft(storyId, topWords(`Story ${storyId.slice(-6)}`), { kind: 'top' });
      const { slug } = await done({ call: `POST /drafts/${top.id}/publication`, body: { version: 1 } });
      return { storyId, slug };
    },
    find: (draftId) => newsroom.storage.drafts.find(draftId),
    async told(action, subject) {
      const { items } = await newsroom.storage.desk.activity({ action, limit: 200, cursor: null });
      return items.filter((one) => subject === undefined || one.subject === subject).length;
    },
  };
}

/** Whole or nothing, by its parts: one without the other is half. */
export function together(parts: Record<string, boolean>): Standing {
  const each = Object.values(parts);
  if (each.every(Boolean)) return 'whole';
  return each.some(Boolean) ? { half: JSON.stringify(parts) } : 'nothing';
}
