import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLAYER_ORIGINS, playerOf } from './players.ts';

const PAGES: [string, string][] = [
  ['https://www.youtube.com/watch?v=abc_DEF-123&t=4', 'https://www.youtube-nocookie.com/embed/abc_DEF-123'],
  ['https://youtu.be/abc_DEF-123?si=x', 'https://www.youtube-nocookie.com/embed/abc_DEF-123'],
  ['https://m.youtube.com/shorts/abc_DEF-123', 'https://www.youtube-nocookie.com/embed/abc_DEF-123'],
  ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871?dnt=1'],
  ['https://www.bbc.co.uk/news/av/world-asia-47398974', 'https://www.bbc.com/news/av-embeds/47398974'],
  [
    'https://x.com/desk/status/1100000000000000000',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1100000000000000000',
  ],
  ['https://www.instagram.com/p/AbC_123/', 'https://www.instagram.com/p/AbC_123/embed'],
  [
    'https://open.spotify.com/episode/4rOoJ6Egrf8K2IrywzwOMk',
    'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
  ],
  ['https://archive.org/details/a-night.1923', 'https://archive.org/embed/a-night.1923'],
];

test('a page of a provider we know has their player, which asks for no more than the page names', () => {
  for (const [page, player] of PAGES) assert.equal(playerOf(page)?.src, player);
});

test('every player comes from an origin that the policy names', () => {
  for (const [page] of PAGES) assert.ok(PLAYER_ORIGINS.includes(new URL(playerOf(page)!.src).origin), page);
});

test('whatever else stays a link', () => {
  for (const page of [
    'http://www.youtube.com/watch?v=abc_DEF-123',
    'https://www.youtube.com/feed/subscriptions',
    'https://www.youtube.com/watch?v=a"onload=x',
    'https://youtube.com.evil.example/watch?v=abc_DEF-123',
    'https://evil.example/?https://youtu.be/abc_DEF-123',
    'https://youtu.be@evil.example/abc_DEF-123',
    'https://youtu.be/../../x',
    'https://vimeo.com/channels/staffpicks',
    'https://www.bbc.com/news/live/world-1',
    'https://example.com/video.mp4',
  ]) {
    assert.equal(playerOf(page), null, page);
  }
});
