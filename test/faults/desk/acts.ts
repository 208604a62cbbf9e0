/* oxlint-disable unicorn/no-thenable -- the wire's word for what is to come of a draft; nobody awaits it */
import type { BlockJSON } from '../../../src/domain/document.ts';
import { passwords } from '../../../src/web/sessions/password.ts';
import { beginSession } from '../../support/desk-site.ts';
import { chosenId, stateOf, topWords, words } from '../../support/drafts.ts';
import { photo } from '../../support/pictures.ts';
import { cookieName } from '../../../src/web/sessions/cookie.ts';
import { together, type Ground, type Sent, type Standing } from './ground.ts';

/** Something that is done at the desk while the server is killed. */
export type Act = {
  name: string;
  /** Makes ready; what is sent then, how it stands, and which problems a second sending may be answered with once it is done. */
  prepare(ground: Ground): Promise<{ sent: Sent; stands(): Promise<Standing>; later?: string[] }>;
};

const PASSWORD = 'seven wet herons';

async function publication(ground: Ground, draftId: string, how?: object) {
  const draft = await ground.find(draftId);
  return {
    sent: {
      call: `POST /drafts/${draftId}/publication`,
      body: { version: draft?.version, ...(how && { how }) },
    },
    async stands(): Promise<Standing> {
      const now = await ground.find(draftId);
      const seq = now?.publishedSeq ?? null;
      const head = seq === null ? [] : await ground.newsroom.storage.storyMarks(now!.storyId, seq - 1, 1);
      const told = await ground.told('publish-draft', `draft ${draftId}`);
      return together({ status: now?.status === 'published', event: head.length === 1, told: told === 1 });
    },
  };
}

/** One act of a draft that moves its version: sent again once done, it is told that it moved. */
const onDraft = (
  name: string,
  action: string,
  prepare: (ground: Ground, draftId: string) => Promise<Sent>,
  status: string,
): Act => ({
  name,
  async prepare(ground) {
    const { storyId } = await ground.story();
    const { id } = await ground.draft(storyId);
    const sent = await prepare(ground, id);
    const before = await ground.told(action, `draft ${id}`);
    return {
      sent,
      later: ['draft-moved'],
      async stands() {
        const told = (await ground.told(action, `draft ${id}`)) - before;
        return together({ status: (await ground.find(id))?.status === status, told: told === 1 });
      },
    };
  },
});

export const ACTS: Act[] = [
  {
    name: 'filing words from a tunnel',
    async prepare(ground) {
      const { storyId } = await ground.story();
      const id = chosenId();
      const state = stateOf(words('Lunch', 'It is off.'));
      return {
        sent: { call: 'POST /drafts', body: { id, storyId, kind: 'update', state, then: 'file' } },
        async stands() {
          const draft = await ground.find(id);
          const log = await ground.newsroom.storage.draftLog.since(id, 0);
          return together({
            filed: draft?.status === 'filed',
            words: draft?.content.title === 'Lunch',
            log: log.rows.length + (log.snapshot ? 1 : 0) === 1,
            told: (await ground.told('file-draft', `draft ${id}`)) === 1,
          });
        },
      };
    },
  },
  onDraft(
    'filing a draft',
    'file-draft',
    async (_, id) => ({ call: `POST /drafts/${id}/filing`, body: { version: 1 } }),
    'filed',
  ),
  {
    name: 'opening a story from its top',
    async prepare(ground) {
      const storyId = chosenId();
      const top = await ground.draft(storyId, topWords(`Opened ${storyId.slice(-6)}`), { kind: 'top' });
      const drafts = [await ground.draft(storyId, words('One')), await ground.draft(storyId, words('Two'))];
      const draftIds = drafts.map(({ id }) => id);
      return {
        sent: { call: `POST /stories/${storyId}/opening`, body: { version: 1, draftIds } },
        async stands() {
          const story = await ground.newsroom.storage.findStory({ id: storyId });
          const all = await Promise.all([top.id, ...draftIds].map(ground.find));
          const [first, ...others] = all.map((one) => one?.status === 'published');
          return together({
            story: story?.story.updateCount === 2,
            seq: story?.seq === 3,
            top: first === true,
            updates: others.every(Boolean),
            told: (await ground.told('publish-draft', `draft ${top.id}`)) === 1,
          });
        },
      };
    },
  },
  {
    name: 'publishing an update',
    async prepare(ground) {
      const { storyId } = await ground.story();
      return publication(ground, (await ground.draft(storyId)).id);
    },
  },
  ...(['edit', 'correction'] as const).map((as): Act => ({
    name: as === 'edit' ? 'publishing an edit' : 'publishing a correction',
    async prepare(ground) {
      const { storyId } = await ground.story();
      const { id } = await ground.draft(storyId, words('Lunch', 'At noon.'), { then: 'publish' });
      const over = { kind: 'edit', updateId: id, baseVersion: 1 };
      const edit = await ground.draft(storyId, words('Lunch', 'At one.'), over);
      const how = as === 'edit' ? { as } : { as, was: 'noon', is: 'one', note: null };
      return publication(ground, edit.id, how);
    },
  })),
  {
    name: 'continuing as the next day',
    async prepare(ground) {
      const { storyId, slug } = await ground.story();
      const next = chosenId();
      return {
        sent: {
          call: `POST /stories/${storyId}/next-day`,
          body: { storyId: next, headline: `Day two of ${slug}` },
        },
        async stands() {
          const [former, story] = await Promise.all(
            [storyId, next].map((id) => ground.newsroom.storage.findStory({ id })),
          );
          return together({
            ended: former?.story.state === 'ended',
            next: story !== null,
            once: former?.seq === 2 && story?.seq === 1,
          });
        },
      };
    },
  },
  onDraft(
    'trashing a draft',
    'trash-draft',
    async (_, id) => ({ call: `PUT /drafts/${id}/trash`, body: { version: 1 } }),
    'trashed',
  ),
  onDraft(
    'restoring a draft',
    'restore-draft',
    async (ground, id) => {
      const { version } = await ground.done({ call: `PUT /drafts/${id}/trash`, body: { version: 1 } });
      return { call: `DELETE /drafts/${id}/trash?version=${version}` };
    },
    'draft',
  ),
  onDraft(
    'setting a schedule',
    'schedule-draft',
    async (_, id) => ({
      call: `PUT /drafts/${id}/schedule`,
      body: { version: 1, publishAt: '2099-01-01T00:00:00Z' },
    }),
    'scheduled',
  ),
  {
    name: 'releasing a held picture with its words',
    async prepare(ground) {
      const { storyId } = await ground.story();
      const bytes = Buffer.concat([await photo(320, 200), Buffer.from(chosenId())]);
      const { id: mediaId } = await ground.done({ call: 'POST /media?alt=The%20table.', bytes });
      const image = {
        type: 'image',
        attrs: {
          src: `/media/${mediaId}`,
          alt: 'The table.',
          caption: null,
          credit: null,
          width: null,
          height: null,
        },
      };
      const content = words('Lunch', 'x', { body: { type: 'doc', content: [image as BlockJSON] } });
      const published = await publication(ground, (await ground.draft(storyId, content)).id);
      return {
        ...published,
        async stands() {
          const told = await published.stands();
          if (typeof told === 'object') return told;
          const { storage } = ground.newsroom;
          const [isPublic, held] = [
            (await storage.media([mediaId])).length === 1,
            (await storage.heldMedia.find([mediaId])).length,
          ];
          return together({ words: told === 'whole', isPublic, isHeldNoMore: held === 0 });
        },
      };
    },
  },
  {
    name: 'accepting the drafts of a pasted post',
    async prepare(ground) {
      const { storyId } = await ground.story();
      const body = {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: 'It is off.' }] }],
      };
      const items = [1, 2, 3, 4].map((n) => ({
        id: chosenId(),
        at: null,
        title: `Lunch ${n}`,
        body,
        author: '',
      }));
      return {
        sent: { call: `POST /stories/${storyId}/pastes/acceptance`, body: { items } },
        async stands() {
          const parts: [string, boolean][] = [];
          for (const { id, title } of items) {
            parts.push([title, (await ground.find(id))?.content.title === title]);
            parts.push([`told of ${title}`, (await ground.told('draft-pasted', `draft ${id}`)) === 1]);
          }
          return together(Object.fromEntries(parts));
        },
      };
    },
  },
  {
    name: 'inviting somebody',
    async prepare(ground) {
      const email = `${chosenId()}@invited.test`;
      const { people } = ground.newsroom.storage;
      return {
        sent: {
          call: 'POST /invitations',
          body: { email, name: 'Ines', role: 'editor' },
          cookie: ground.admin.cookie,
        },
        async stands() {
          const open = (await people.invitations(ground.newsroom.clock.now())).filter(
            (one) => one.email === email,
          );
          // Asked again, a new link takes the former one's place: one opens, and each was written down.
          const told = open[0] ? await ground.told('person-invited', `invitation ${open[0].id}`) : 0;
          return together({ one: open.length === 1, told: told === 1 });
        },
      };
    },
  },
  {
    name: 'changing a password',
    async prepare(ground) {
      const { newsroom, editor } = ground;
      const { people } = newsroom.storage;
      const personId = editor.person.id;
      const password = await passwords().hash(PASSWORD);
      await people.change({
        writes: [{ write: 'password', personId, password, at: newsroom.clock.now() }],
        activity: [],
      });
      const elsewhere = `${cookieName('http://x.test')}=${await beginSession(newsroom, editor.person)}`;
      const before = await ground.told('password-set', `person ${personId}`);
      return {
        sent: { call: 'PUT /account/password', body: { password: PASSWORD, next: 'three dry herrings' } },
        later: ['invalid'],
        async stands() {
          const kept = (await people.credentials(personId))?.password;
          const others = await ground.ask({ call: 'GET /people', cookie: elsewhere });
          const told = (await ground.told('password-set', `person ${personId}`)) - before;
          return together({ changed: kept !== password, elsewhere: others.status === 401, told: told === 1 });
        },
      };
    },
  },
];
