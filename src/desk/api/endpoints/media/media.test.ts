import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../../../test/support/desk.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
import { half, photo } from '../../../../../test/support/pictures.ts';
import { openChosen } from '../../../../commands/open-story.ts';
import { perform } from '../../../../commands/perform.ts';
import { postUpdate } from '../../../../commands/post-update.ts';
import type { DocumentJSON } from '../../../../domain/document.ts';
import { happeningOf } from '../../../../domain/event.ts';
import type { Media } from '../../../../domain/media.ts';
import { newId } from '../../../../domain/id.ts';
import { SITE } from '../../../../domain/slug.ts';
import { sharp } from '../../../../media/sharp.ts';
import type { MediaListWire, MediaWire } from '../../../shared/wire.ts';

const JPEG = { 'content-type': 'image/jpeg' };

const showing = (id: string, alt: string | null = null): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'image',
      attrs: { src: `/media/${id}`, alt, caption: null, credit: null, width: null, height: null },
    },
  ],
});

async function holds(who: SignedIn, bytes: Uint8Array, words = ''): Promise<MediaWire> {
  const answer = await who.ask(`POST /media${words}`, { bytes, headers: JPEG });
  assert.ok(answer.status < 300, answer.text);
  return answer.body as MediaWire;
}

async function publishes({ newsroom }: DeskSite, actor: string, slug: string, body: DocumentJSON) {
  const verbs = [postUpdate(newId(newsroom.clock.now()), { body })];
  return perform(newsroom, { actor, story: { slug }, verbs });
}

test('a picture of the desk is nowhere before the words that bear it, and public with them in one commit', async () => {
  await using site = await deskSite();
  const { storage } = site.newsroom;
  const reporter = await site.as('reporter');
  const { story } = await editorAt(site.newsroom).opens();
  const held = await holds(reporter, await photo(), '?alt=The%20bridge%20at%20night.');
  assert.deepEqual([held.held, held.takenInBy, held.alt], [true, reporter.person.id, 'The bridge at night.']);
  const file = held.renditions[0]!.url.split('/').at(-1)!;
  const outside = async (): Promise<number[]> => {
    const paths = [`/media/${held.id}`, `/media/${held.id}/${file}`];
    const answers = await Promise.all(paths.map((path) => fetch(site.url + path, { redirect: 'manual' })));
    return answers.map(({ status }) => status);
  };
  assert.deepEqual(await outside(), [404, 404]);
  assert.equal((await site.browser().ask(`GET /media/${held.id}/${file}`)).status, 401);
  assert.deepEqual([await storage.media([held.id]), (await storage.site()).seq], [[], 0]);
  const seen = await fetch(site.url + held.renditions[0]!.url, { headers: { cookie: reporter.cookie } });
  assert.deepEqual([seen.status, seen.headers.get('content-type')], [200, 'image/jpeg']);
  assert.match(seen.headers.get('cache-control') ?? '', /^private/);

  const byToken = await publishes(site, 'token 1', story.slug, showing(held.id));
  assert.equal(byToken.type, 'invalid', 'the API does not know it');
  const before = await storage.position();
  const done = await publishes(site, `person ${reporter.person.id}`, story.slug, showing(held.id));
  assert.equal(done.type, 'played', JSON.stringify(done));
  const marks = await storage.marks(before, 10);
  assert.deepEqual(
    marks.filter(({ kind }) => kind !== 'renditions').map(({ storyId, kind }) => [storyId === SITE, kind]),
    [
      [true, 'media'],
      [false, 'post'],
    ],
  );
  assert.deepEqual(await outside(), [302, 200]);
  const after = (await reporter.ask(`GET /media/${held.id}`)).body as MediaWire;
  assert.deepEqual([after.held, after.takenInBy], [false, reporter.person.id]);
});

test('what is made of a held picture goes on after it was published, and comes whole', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens();
  const held = await holds(editor, await photo(900, 600), '?alt=A');
  const done = await publishes(site, `person ${editor.person.id}`, story.slug, showing(held.id));
  assert.equal(done.type, 'played');
  const media = await readyIn(site, held.id);
  const formats = new Set(media.renditions.map(({ format }) => format));
  assert.deepEqual([...formats].toSorted(), ['avif', 'jpeg', 'webp']);
});

/** The public picture once all that is to be made of it was made. */
async function readyIn({ newsroom: { storage } }: DeskSite, id: string): Promise<Media> {
  const { promise, resolve, reject } = Promise.withResolvers<Media>();
  const look = (): void => {
    storage
      .media([id])
      .then(([media]) => media?.ready && resolve(media))
      .catch(reject);
  };
  const end = storage.bus.subscribe(look);
  look();
  return promise.finally(end);
}

test('the same bytes again are the picture there is; words typed at the desk do not go public by themselves', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens();
  const bytes = await photo();
  const both = await Promise.all([
    editor.ask('POST /media?alt=One', { bytes, headers: JPEG }),
    editor.ask('POST /media', { bytes, headers: JPEG }),
  ]);
  assert.deepEqual(new Set(both.map(({ status }) => status)), new Set([200, 201]), both[0].text);
  assert.equal(both[0].body.id, both[1].body.id);
  const { id } = both[0].body as MediaWire;
  assert.equal((await publishes(site, `person ${editor.person.id}`, story.slug, showing(id))).type, 'played');
  const again = await editor.ask('POST /media?caption=Embargoed', { bytes, headers: JPEG });
  assert.deepEqual(
    [again.status, again.body.id, again.body.caption, again.body.held],
    [200, id, null, false],
  );
});

test('alternative text is needed before publishing, unless a reason to do without is kept', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const actor = `person ${editor.person.id}`;
  const { story } = await editorAt(site.newsroom).opens();
  const { id } = await holds(editor, await photo());
  const refused = await publishes(site, actor, story.slug, showing(id));
  assert.ok(refused.type === 'invalid' && refused.errors[0]!.pointer.endsWith('/alt'));
  const said = await editor.ask(`PATCH /media/${id}`, { body: { altSkipped: 'An ornament.' } });
  assert.deepEqual([said.status, said.body.altSkipped], [200, 'An ornament.']);
  assert.equal((await publishes(site, actor, story.slug, showing(id))).type, 'played');
  const page = await (await fetch(`${site.url}/stories/${story.slug}`)).text();
  assert.match(page, /<img src="\/media\/[^>]* alt=""/);
  const back = await editor.ask(`PATCH /media/${id}`, { body: { altSkipped: null } });
  assert.deepEqual([back.status, back.body.errors[0].pointer], [422, '/altSkipped']);
  const alt = await editor.ask(`PATCH /media/${id}`, { body: { alt: 'A wave.' } });
  assert.deepEqual([alt.body.alt, alt.body.altSkipped], ['A wave.', null]);
});

test('a crop has renditions at addresses of its own, before and after it is public; former ones lead to it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens();
  const held = await holds(editor, await half(800, 400).jpeg({ quality: 90 }).toBuffer(), '?alt=Halves');
  const describe = async (body: unknown): Promise<MediaWire> => {
    const answer = await editor.ask(`PATCH /media/${held.id}`, { body });
    assert.equal(answer.status, 200, answer.text);
    return answer.body as MediaWire;
  };
  const right = await describe({
    crop: { x: 0.5, y: 0, width: 0.5, height: 1 },
    focalPoint: { x: 0.9, y: 0.1 },
  });
  assert.deepEqual(
    [right.shown, right.focalPoint],
    [
      { width: 400, height: 400 },
      { x: 0.9, y: 0.1 },
    ],
  );
  assert.match(right.renditions[0]!.url, /\/\d+-5000-0-5000-10000\.jpg$/);
  assert.equal(await colour(site, right, editor.cookie), 'right');

  assert.equal(
    (await publishes(site, `person ${editor.person.id}`, story.slug, showing(held.id))).type,
    'played',
  );
  const page = await (await fetch(`${site.url}/stories/${story.slug}`)).text();
  assert.match(page, /-5000-0-5000-10000\.jpg/);
  assert.match(page, /<svg class="blur" viewBox="400 0 400 400"/);
  assert.match(page, /class="focus-02"/);
  const left = await describe({ crop: { x: 0, y: 0, width: 0.5, height: 1 } });
  assert.equal(await colour(site, left, editor.cookie), 'left');
  const former = `/media/${held.id}/${right.renditions[0]!.url.split('/').at(-1)}`;
  const moved = await fetch(site.url + former, { redirect: 'manual' });
  assert.deepEqual(
    [moved.status, /-0-0-5000-10000\./.test(moved.headers.get('location') ?? '')],
    [302, true],
  );
  const last = (await site.newsroom.storage.events(SITE, 0, 100))
    .map(happeningOf)
    .findLast((one) => one?.kind === 'media-details');
  assert.ok(last?.kind === 'media-details' && last.handling?.crop?.width === 0.5);
  const whole = await describe({ crop: null });
  assert.deepEqual([whole.crop, whole.shown.width], [null, 800]);
});

async function colour(site: DeskSite, { renditions }: MediaWire, cookie: string): Promise<'left' | 'right'> {
  const answer = await fetch(site.url + renditions.at(-1)!.url, { headers: { cookie } });
  const { dominant } = await sharp(Buffer.from(await answer.arrayBuffer())).stats();
  return dominant.b > dominant.r ? 'left' : 'right';
}

test('a logo that was sent in at the desk goes public with the settings that bear it, for the desk alone', async () => {
  await using site = await deskSite();
  const admin = await site.as('admin');
  const { id } = await holds(admin, await photo(300, 100), '?alt=Our%20name');
  const changed = await admin.ask('PATCH /site', { body: { logo: id } });
  assert.equal(changed.status, 200, changed.text);
  const { site: settings } = await site.newsroom.storage.site();
  assert.equal(settings.logo, id);
  assert.equal((await fetch(`${site.url}/media/${id}`, { redirect: 'manual' })).status, 302);
});

test('a reporter says what is in their own picture until readers see it, an editor what is in any', async () => {
  await using site = await deskSite();
  const [mine, other, editor] = [
    await site.as('reporter'),
    await site.as('reporter'),
    await site.as('editor'),
  ];
  const { story } = await editorAt(site.newsroom).opens();
  const { id } = await holds(mine, await photo());
  const says = async (who: SignedIn, alt: string) =>
    (await who.ask(`PATCH /media/${id}`, { body: { alt } })).status;
  assert.deepEqual([await says(mine, 'A'), await says(other, 'B'), await says(editor, 'C')], [200, 403, 200]);
  assert.equal((await publishes(site, `person ${editor.person.id}`, story.slug, showing(id))).type, 'played');
  assert.deepEqual([await says(mine, 'D'), await says(editor, 'E')], [403, 200]);
});

test('the list holds the newsroom’s pictures, held ones among them, and finds them by their words', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const ids: string[] = [];
  for (const [index, alt] of ['Bridge', 'Ferry', 'The bridge again'].entries()) {
    site.newsroom.clock.pass(1);
    ids.unshift((await holds(editor, await photo(300 + index, 200), `?alt=${encodeURIComponent(alt)}`)).id);
  }
  const list = async (query = ''): Promise<string[]> => {
    const { items } = (await editor.ask(`GET /media${query}`)).body as MediaListWire;
    return items.map(({ id }) => id);
  };
  assert.deepEqual(await list(), ids);
  assert.deepEqual(await list('?q=BRIDGE'), [ids[0], ids[2]]);
  assert.deepEqual(await list(`?cursor=${ids[0]}`), ids.slice(1));
  assert.equal((await editor.ask('GET /media?cursor=x')).status, 422);
});

test('what is no picture, broken off or too large is refused with a sentence, and nothing is kept', async () => {
  await using site = await deskSite({ settings: { MAX_PICTURE: '50000' } });
  const editor = await site.as('editor');
  const jpeg = await photo(1200, 900);
  for (const [bytes, headers] of [
    [Buffer.from('<svg onload="alert(1)"/>'), JPEG],
    [jpeg.subarray(0, Math.floor(jpeg.length / 2)), JPEG],
    [Buffer.alloc(60_000, 1), JPEG],
    [Buffer.alloc(0), JPEG],
    [jpeg, { 'content-type': 'text/plain' }],
  ] as const) {
    const refused = await editor.ask('POST /media', { bytes, headers });
    assert.ok(refused.status >= 400 && refused.status < 500, refused.text);
    assert.ok(refused.body.detail.length > 10);
  }
  const { id } = await holds(editor, await photo());
  for (const body of [
    {},
    { crop: { x: 0.9, y: 0, width: 0.5, height: 1 } },
    { crop: { x: 0, y: 0, width: 0.001, height: 0.001 } },
    { crop: { x: 0, y: 0, width: 2, height: 1 } },
    { focalPoint: { x: 'left', y: 0 } },
    { alt: 'x'.repeat(3000) },
    { style: 'url(x)' },
  ]) {
    const refused = await editor.ask(`PATCH /media/${id}`, { body });
    assert.ok([400, 422].includes(refused.status), `${JSON.stringify(body).slice(0, 60)} ${refused.status}`);
  }
  assert.equal((await editor.ask('PATCH /media/nothing', { body: { alt: 'A' } })).status, 404);
  assert.equal(((await editor.ask('GET /media')).body as MediaListWire).items.length, 1);
});

test('a story that is opened with a picture of the desk takes it public with it', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const held = await holds(editor, await photo(), '?alt=The%20bridge%20at%20night.');
  const opened = await openChosen(site.newsroom, {
    actor: `person ${editor.person.id}`,
    storyId: newId(site.newsroom.clock.now()),
    input: { headline: 'The bridge holds', photo: { mediaId: held.id } },
  });
  assert.equal(opened.type, 'played', JSON.stringify(opened));
  const [media] = await site.newsroom.storage.media([held.id]);
  assert.equal(media?.alt, 'The bridge at night.');
  assert.equal((await fetch(`${site.url}/stories/the-bridge-holds`)).status, 200);
});
