/** A provider's own player for a page of theirs, as it can stand in a frame. */
export type Player = { src: string; shape: 'wide' | 'tall' | 'strip' };

type Provider = {
  origin: string;
  shape: Player['shape'];
  /** Hosts whose pages it plays, without `www.`, `m.` and the like. */
  hosts: string[];
  /** The player's path for a page, or null where the page holds nothing to play. */
  path(page: URL): string | null;
};

const ID = '([\\w-]{3,64})';

/** The first group of the first pattern that fits. */
function found(text: string, ...patterns: RegExp[]): string | null {
  for (const pattern of patterns) {
    const id = pattern.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}

const at = (prefix: string, id: string | null): string | null => (id === null ? null : prefix + id);

/** Whose players may stand in our pages. A page of anyone else stays a link: no frame is let in that is not named here. */
const PROVIDERS: Provider[] = [
  {
    origin: 'https://www.youtube-nocookie.com',
    shape: 'wide',
    hosts: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
    path: ({ hostname, pathname, searchParams }) => {
      const id = hostname.endsWith('youtu.be')
        ? found(pathname, new RegExp(`^/${ID}$`))
        : (found(`${searchParams.get('v') ?? ''} ${pathname}`, new RegExp(`^${ID} /watch$`)) ??
          found(pathname, new RegExp(`^/(?:shorts|live|embed)/${ID}$`)));
      return at('/embed/', id);
    },
  },
  {
    origin: 'https://player.vimeo.com',
    shape: 'wide',
    hosts: ['vimeo.com', 'player.vimeo.com'],
    path: ({ pathname }) => {
      const id = found(pathname, /^\/(?:video\/)?(\d{5,12})$/);
      return id === null ? null : `/video/${id}?dnt=1`;
    },
  },
  {
    origin: 'https://www.bbc.com',
    shape: 'wide',
    hosts: ['bbc.com', 'bbc.co.uk'],
    path: ({ pathname }) =>
      at('/news/av-embeds/', found(pathname, /^\/news\/av\/(?:[a-z-]*-)?(\d{6,12})(?:\/|$)/)),
  },
  {
    origin: 'https://geo.dailymotion.com',
    shape: 'wide',
    hosts: ['dailymotion.com', 'dai.ly'],
    path: ({ pathname }) => at('/player.html?video=', found(pathname, /^\/(?:video\/)?([a-z0-9]{5,12})$/)),
  },
  {
    origin: 'https://archive.org',
    shape: 'wide',
    hosts: ['archive.org'],
    path: ({ pathname }) => at('/embed/', found(pathname, /^\/details\/([\w.-]{3,100})$/)),
  },
  {
    origin: 'https://open.spotify.com',
    shape: 'strip',
    hosts: ['open.spotify.com'],
    path: ({ pathname }) =>
      at('/embed/', found(pathname, /^\/((?:episode|show|track|album)\/[A-Za-z0-9]{10,40})$/)),
  },
  {
    origin: 'https://platform.twitter.com',
    shape: 'tall',
    hosts: ['twitter.com', 'x.com'],
    path: ({ pathname }) =>
      at('/embed/Tweet.html?dnt=true&id=', found(pathname, /^\/\w{1,20}\/status\/(\d{5,25})$/)),
  },
  {
    origin: 'https://www.instagram.com',
    shape: 'tall',
    hosts: ['instagram.com'],
    path: ({ pathname }) => {
      const id = found(pathname, new RegExp(`^/((?:p|reel)/${ID})/?$`));
      return id === null ? null : `/${id}/embed`;
    },
  },
  {
    origin: 'https://www.tiktok.com',
    shape: 'tall',
    hosts: ['tiktok.com'],
    path: ({ pathname }) => at('/embed/v2/', found(pathname, /^\/@[\w.]{1,40}\/video\/(\d{5,25})$/)),
  },
];

/** Origins that a page's policy lets frames come from: the players' alone. */
export const PLAYER_ORIGINS: readonly string[] = PROVIDERS.map(({ origin }) => origin);

/** The player for a page's address, where one of the providers we know plays it. */
export function playerOf(address: string): Player | null {
  const page = new URL(address);
  if (page.protocol !== 'https:') return null;
  const host = page.hostname.replace(/^(?:www|m|mobile)\./, '');
  const provider = PROVIDERS.find(({ hosts }) => hosts.includes(host));
  const path = provider?.path(page) ?? null;
  return provider && path !== null ? { src: provider.origin + path, shape: provider.shape } : null;
}
