import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../render/html.ts';
import { absolute } from './absolute.ts';

const BASE = 'https://news.example.org';

test('links and pictures of this site get their whole address, those of others stay', () => {
  const markup = html`<a href="/stories/a">a</a><a href="https://example.org/">b</a><a href="//evil.example/">c</a><img src="/media/1.jpg" srcset="/media/1.jpg 480w, /media/2.jpg 960w" alt="">`;
  assert.equal(
    absolute(markup, BASE),
    `<a href="${BASE}/stories/a">a</a><a href="https://example.org/">b</a><a href="//evil.example/">c</a><img src="${BASE}/media/1.jpg" srcset="${BASE}/media/1.jpg 480w, ${BASE}/media/2.jpg 960w" alt="">`,
  );
});

test('words that look like an address in markup stay the words they are', () => {
  const text = ' href="/x" src="/y" <svg class="blur">';
  assert.equal(
    absolute(html`<p title="${text}">${text}</p>`, BASE),
    html`<p title="${text}">${text}</p>`.toString(),
  );
});

test('a preview that stands behind a picture is left out', () => {
  const blur = html`<svg class="blur" viewBox="0 0 4 3"><rect x="0"/></svg>`;
  assert.equal(absolute(html`<span>${blur}<b>1</b>${blur}</span>`, BASE), '<span><b>1</b></span>');
});
