import type { Happening } from '../../domain/event.ts';
import { siteOf } from '../../domain/site.ts';
import { SITE } from '../../domain/slug.ts';
import {
  after,
  aStory,
  commit,
  opening,
  picture,
  posting,
  someId,
  text,
  topping,
  type Told,
} from '../../storage/contract/telling.ts';
import type { Storage } from '../../storage/storage.ts';

const scheme = { accent: '#0b4a80', live: '#b4121d', ink: null, paper: null };

/** For tests: a night with something in every table; the seqs of the bridge's log are those of its lines. */
export async function aNight(storage: Storage): Promise<{ bridge: Told; strike: Told }> {
  const site: Happening[] = [
    {
      ...siteOf({ kind: 'site', name: 'The Estuary' }),
      kind: 'site',
      tagline: 'From the river mouth',
      notice: 'We are on the quay and will write again.',
      logo: someId(),
      colours: { light: scheme, dark: { ...scheme, accent: '#92c5f0' } },
      navigation: [{ label: 'City', href: '/sections/city' }],
      contact: 'mailto:desk@estuary.example',
    },
    {
      kind: 'author',
      slug: 'ines-okafor',
      name: 'Ines Okafor',
      role: 'Night editor',
      bio: 'Covers the harbour.',
    },
    { kind: 'page', slug: 'about', title: 'About us', body: text('We.'), lang: 'en', inFooter: true },
    { kind: 'page', slug: 'jobs', title: 'Jobs', body: text('None.'), lang: null, inFooter: false },
    { kind: 'page-removed', slug: 'jobs' },
  ];
  const bridgeAtNight = picture();
  const { mediaId } = bridgeAtNight;
  site.push(
    bridgeAtNight,
    {
      kind: 'renditions',
      mediaId,
      renditions: [
        { format: 'avif', width: 640, height: 427, bytes: 9000, key: `${bridgeAtNight.digest}/640.avif` },
      ],
    },
    { kind: 'media-details', mediaId, alt: 'The bridge.', caption: 'At night.', credit: null },
  );
  const [one, two, three] = [
    posting('Divers are down.', { title: 'Divers' }),
    posting('Forty cars.'),
    posting('It fell.'),
  ];
  const fixed = { kind: 'correction' as const, updateId: two.updateId, correctionId: someId(), title: null };
  const happenings: Happening[] = [
    opening('bridge'),
    one,
    two,
    three,
    {
      kind: 'edit',
      updateId: one.updateId,
      author: 'Ines Okafor',
      analysis: false,
      title: 'Divers',
      body: text('Two divers.'),
    },
    { ...fixed, was: 'Forty', is: 'Fourteen', note: 'Miscounted.', body: text('Fourteen cars.') },
    { kind: 'retraction', updateId: three.updateId, reason: 'It stands.' },
    topping({
      headline: 'Bridge stands',
      byline: ['Ines Okafor', 'Bo Lind'],
      summary: [{ text: 'Divers.', updateId: one.updateId }],
    }),
    { kind: 'pin', updateId: one.updateId },
    { kind: 'story-correction', correctionId: someId(), was: 'north', is: 'south', note: null },
    { kind: 'slug', slug: 'harbour-bridge' },
    { kind: 'key-event', updateId: one.updateId, marked: true },
    { kind: 'details', lang: 'en', zone: 'America/New_York', placeZone: 'Asia/Ho_Chi_Minh', section: 'City' },
    { kind: 'state', state: 'paused', until: '2026-02-04T06:00:00.000Z' },
  ];
  await commit(storage, aStory(SITE), site);
  const bridge = await commit(storage, aStory(), happenings.slice(0, 6));
  const strike = await commit(storage, aStory(), [
    opening('strike'),
    posting('Trains stand still.'),
    { kind: 'translation', of: bridge.storyId, sourceSeq: 4 },
    { kind: 'translation-stale', sourceSeq: 6, correctedAt: after(6) },
    { kind: 'translations', others: [{ storyId: bridge.storyId, slug: 'bridge', lang: 'en' }] },
  ]);
  return { bridge: await commit(storage, bridge, happenings.slice(6)), strike };
}
