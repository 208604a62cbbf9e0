import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite, type DeskSite } from '../../../test/support/desk-site.ts';
import { editorAt } from '../../../test/support/desk.ts';
import type { Person, Role, StoryGrant } from '../../domain/desk/people.ts';
import { may } from '../../domain/desk/rights.ts';
import { newId } from '../../domain/id.ts';
import { aDraft } from '../../storage/contract/drafts.ts';
import { heldPicture } from '../../storage/contract/held-media.ts';
import { deskEndpoints } from './endpoints.ts';
import { DESK_ENDPOINT_RIGHTS, type DeskEndpointName, type DeskRight } from './rights.ts';

/** Whose rights are walked through: every role, and those whose role was widened or narrowed for the first story. */
const ASKERS: { who: string; role: Role; given?: Pick<StoryGrant, 'write' | 'publish'> }[] = [
  { who: 'a reporter', role: 'reporter' },
  { who: 'an editor', role: 'editor' },
  { who: 'an admin', role: 'admin' },
  { who: 'a reporter who may publish here', role: 'reporter', given: { write: null, publish: true } },
  { who: 'a reporter who may not write here', role: 'reporter', given: { write: false, publish: null } },
  { who: 'an editor who may not publish here', role: 'editor', given: { write: null, publish: false } },
];

/** What an endpoint is asked about: where, and whether it is the asker's own. */
type Thing = { id: string; what: string; storyId: string | null; own: boolean };

type House = { site: DeskSite; stories: string[]; updates: string[]; bystander: Person };

async function house(): Promise<House & AsyncDisposable> {
  // A provider that is not there: the way to it is open all the same.
  const oidc = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' };
  const site = await deskSite({ settings: oidc });
  const desk = editorAt(site.newsroom);
  const stories: string[] = [];
  const updates: string[] = [];
  for (const headline of ['Here', 'Elsewhere']) {
    const opened = await desk.opens({ headline });
    stories.push(opened.events[0]!.storyId);
    updates.push(await desk.posts(headline.toLowerCase(), 'The river is high.'));
  }
  const { person: bystander } = await site.as('reporter');
  return {
    site,
    stories,
    updates,
    bystander,
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

/** Everything of a kind that somebody's right to it may depend on. */
async function things({ site, stories, updates, bystander }: House, right: DeskRight, asker: string) {
  const { storage } = site.newsroom;
  const places = ['the story', 'the other story'];
  const owners = [
    { own: true, by: asker, whose: 'their own' },
    { own: false, by: bystander.id, whose: 'another’s' },
  ];
  const found: Thing[] = [];
  switch (right.of) {
    case 'site':
      return [{ id: '', what: 'the newsroom', storyId: null, own: false }];
    case 'story':
      return stories.map((id, at) => ({ id, what: places[at]!, storyId: id, own: false }));
    case 'update':
      return updates.map((id, at) => ({
        id,
        what: `an update of ${places[at]}`,
        storyId: stories[at]!,
        own: false,
      }));
    case 'draft':
      for (const [at, storyId] of stories.entries())
        for (const { own, by, whose } of owners) {
          const draft = aDraft({ storyId, createdBy: by });
          await storage.commit({
            logs: [],
            rows: [],
            activity: [],
            drafts: [{ draft, expected: null, seed: new Uint8Array([0, 0]) }],
          });
          found.push({ id: draft.id, what: `${whose} draft in ${places[at]}`, storyId, own });
        }
      return found;
    case 'media':
      for (const { own, by, whose } of owners) {
        const picture = { ...heldPicture(), takenInBy: by };
        const written = await storage.commit({
          logs: [],
          rows: [],
          activity: [],
          held: [{ held: picture, expected: null }],
        });
        assert.equal(written.type, 'committed');
        found.push({ id: picture.media.id, what: `${whose} picture`, storyId: null, own });
      }
      return found;
  }
}

/** The address of an endpoint for one thing; what else it names is nobody's, or a bystander's. */
function addressOf(at: string, thing: Thing, { stories, bystander, site }: House): string {
  const names: Record<string, string> = {
    personId: bystander.id,
    token: 'x',
    slug: 'about',
    file: '1280.jpg',
  };
  const named = /:(storyId|draftId|updateId|mediaId)\b/;
  return at.replace(/:(\w+)/g, (_, name: string) => {
    if (named.test(`:${name}`)) return thing.id || stories[0]!;
    return names[name] ?? newId(site.newsroom.clock.now());
  });
}

type Answer = { status: number; refusal: string | null };

/** Asks with no body, as the desk's own page would, and looks no further than whether it was let in: streams go on for ever. */
async function knock(site: DeskSite, call: string, cookie: string): Promise<Answer> {
  const [method = '', path = ''] = call.split(' ');
  const leave = new AbortController();
  const response = await fetch(`${site.url}/desk/api${path}`, {
    method,
    redirect: 'manual',
    signal: leave.signal,
    headers: { origin: site.url, 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) },
  });
  const { status } = response;
  const isProblem = /problem/.test(response.headers.get('content-type') ?? '');
  const told = isProblem ? ((await response.json()) as { type: string }).type.split('#')[1] : null;
  leave.abort();
  return { status, refusal: told ?? null };
}

const GATE = new Set(['signed-out', 'not-allowed', 'foreign-origin']);

/** What the table says of somebody and a thing. */
function expected(
  right: DeskRight,
  role: Role,
  own: boolean,
  grant: Thing | null,
  given: object | undefined,
) {
  if (right.may === 'anyone') return null;
  const here = grant && given ? { write: null, publish: null, ...given } : null;
  return may({ role }, right.may, { own, grant: here }) ? null : 'not-allowed';
}

test('a line of the table is of what its address names, and what anyone may ask is there to be asked', () => {
  // That there are all the others is seen by their refusing who is signed out.
  const known = new Set<string>(deskEndpoints.map(({ at }) => at));
  for (const [at, { of, may: asks }] of Object.entries(DESK_ENDPOINT_RIGHTS)) {
    const named = /:(story|draft|update|media)(Id)?\b/.exec(at)?.[1] ?? 'site';
    assert.equal(of, named, at);
    assert.ok(asks !== 'anyone' || known.has(at), `${at} has no endpoint`);
  }
});

test('whoever asks anything of the desk is let in or refused as the table has it', async (t) => {
  await using walked = await house();
  const { site, stories } = walked;
  let asked = 0;
  let refused = 0;
  const wrong: string[] = [];
  const check = async (at: string, who: string, thing: Thing, cookie: string, due: string | null) => {
    const { status, refusal } = await knock(site, addressOf(at, thing, walked), cookie);
    asked += 1;
    if (due !== null) refused += 1;
    const gate = refusal !== null && GATE.has(refusal) ? refusal : null;
    if (gate !== due || status >= 500)
      wrong.push(`${at}: ${who}, ${thing.what}: ${status} ${gate ?? 'let in'} instead of ${due ?? 'let in'}`);
  };
  for (const { who, role, given } of ASKERS) {
    const { person } = await site.as(role);
    if (given) {
      const grant = { storyId: stories[0]!, personId: person.id, ...given };
      await site.newsroom.storage.people.change({ writes: [{ write: 'grant', grant }], activity: [] });
    }
    for (const [at, right] of Object.entries(DESK_ENDPOINT_RIGHTS) as [DeskEndpointName, DeskRight][])
      for (const thing of await things(walked, right, person.id)) {
        // What was asked before may have ended it.
        const { cookie } = await site.as(person);
        const isHere = thing.storyId === stories[0] ? thing : null;
        await check(at, who, thing, cookie, expected(right, role, thing.own, isHere, given));
      }
  }
  for (const [at, right] of Object.entries(DESK_ENDPOINT_RIGHTS) as [DeskEndpointName, DeskRight][])
    for (const thing of await things(walked, right, ''))
      await check(at, 'nobody', thing, '', right.may === 'anyone' ? null : 'signed-out');
  assert.deepEqual(wrong, []);
  const lines = Object.keys(DESK_ENDPOINT_RIGHTS).length;
  t.diagnostic(
    `${lines} endpoints × ${ASKERS.length + 1} kinds of people: ${asked} answers, ${refused} of them refusals, all as the table has it`,
  );
});
