import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GalleryJSON, ImageJSON } from '../domain/document.ts';
import { mediaPath } from '../domain/media.ts';
import { renderDocument } from './document.ts';
import { mediaGiven, storyGiven, viewGiven } from './given.ts';
import { languageOf } from './language.ts';
import { SIZES } from './picture.ts';
import { renderTop } from './top.ts';

const image = (src: string, given: Partial<ImageJSON['attrs']> = {}): ImageJSON => ({
  type: 'image',
  attrs: { src, alt: null, caption: null, credit: null, width: null, height: null, ...given },
});

const media = mediaGiven();
const path = mediaPath(media.id);
const view = viewGiven({ media: [media] });
const rendered = (block: ImageJSON | GalleryJSON, given = view): string =>
  renderDocument(given, { type: 'doc', content: [block] }).toString();

test('a picture of ours comes in every format it was made in, at its size, over a preview of its colours', () => {
  const set = (extension: string): string => `${path}/640.${extension} 640w, ${path}/1280.${extension} 1280w`;
  assert.equal(
    rendered(image(path)),
    '<figure class="image"><span class="frame">' +
      '<svg class="blur" viewBox="0 0 1280 640" width="1280" height="640" aria-hidden="true"><g transform="scale(640 640)">' +
      '<rect x="0" y="0" width="1" height="1" fill="#234"/><rect x="1" y="0" width="1" height="1" fill="#345"/></g></svg><picture>' +
      `<source type="image/avif" srcset="${set('avif')}" sizes="${SIZES.text}">` +
      `<source type="image/webp" srcset="${set('webp')}" sizes="${SIZES.text}">` +
      `<img src="${path}/640.jpg" srcset="${set('jpg')}" sizes="${SIZES.text}" alt="Two chairs." width="1280" height="640" loading="lazy" decoding="async">` +
      '</picture></span><figcaption><span class="credit"><bdi>B. Osei</bdi></span></figcaption></figure>',
  );
});

test('until its renditions are made the quick JPEG stands alone', () => {
  const quick = media.renditions.find(({ format }) => format === 'jpeg');
  assert.ok(quick);
  const early = viewGiven({ media: [mediaGiven({ renditions: [quick], ready: false })] });
  const markup = rendered(image(path), early);
  assert.doesNotMatch(markup, /<source/);
  assert.match(markup, /<img src="[^"]+640\.jpg" srcset="[^"]+640\.jpg 640w"/);
});

test('what its place says goes before what the picture says', () => {
  const markup = rendered(image(path, { alt: 'A "table"', caption: 'The room', credit: 'Pool' }));
  assert.match(markup, /alt="A &quot;table&quot;"/);
  assert.match(
    markup,
    /<figcaption><bdi>The room<\/bdi> <span class="credit"><bdi>Pool<\/bdi><\/span><\/figcaption>/,
  );
});

test('a picture that may show through has its place kept, and no preview behind it', () => {
  const seeThrough = rendered(image(path), viewGiven({ media: [mediaGiven({ format: 'png' })] }));
  assert.match(
    seeThrough,
    /<svg class="blur" viewBox="0 0 1280 640" width="1280" height="640" aria-hidden="true"><\/svg>/,
  );
});

const set = (height: number): string =>
  rendered(image(path), viewGiven({ media: [mediaGiven({ width: 1000, height })] }));

test('a picture that stands upright is set narrower, and one as high as a window no higher than that', () => {
  assert.match(set(1000), /^<figure class="image">/);
  assert.match(set(1250), /^<figure class="image tall">/);
  assert.match(set(2200), /^<figure class="image high">/);
  assert.match(
    rendered(image(path), viewGiven({ media: [mediaGiven({ width: 220, height: 400 })] })),
    /^<figure class="image small">/,
  );
  assert.match(set(6000), /^<figure class="image tall">/, 'what is read while it is scrolled');
});

test('that a machine made a picture is said in the story’s language', () => {
  const made = mediaGiven({ sourceType: 'machine' });
  const german = viewGiven({ media: [made], language: languageOf(['de']) });
  assert.match(rendered(image(path), german), /<strong class="made">Von einer Maschine erzeugt<\/strong>/);
  const part = viewGiven({ media: [mediaGiven({ sourceType: 'composite' })] });
  assert.match(rendered(image(path), part), /<strong class="made">Made in part by a machine<\/strong>/);
});

test('a picture of which no more is known than its address leads to its widest JPEG by that address', () => {
  assert.match(rendered(image(path), viewGiven()), /<img src="\/media\/[0-9a-f-]{36}" alt="" loading="lazy"/);
});

test('a gallery is a strip that the keyboard reaches, with its own name and its pictures’ captions', () => {
  const gallery: GalleryJSON = {
    type: 'gallery',
    attrs: { caption: 'The <room>' },
    content: [image(path, { caption: 'One' }), image(path), image('https://a.example/b.jpg', { alt: 'Far' })],
  };
  const markup = rendered(gallery);
  assert.match(
    markup,
    /^<figure class="gallery"><div class="strip" role="group" tabindex="0" aria-label="3 pictures, /,
  );
  assert.equal(markup.match(/<li>/g)?.length, 3);
  assert.ok(markup.includes(SIZES.gallery) && !markup.includes(SIZES.text));
  assert.match(markup, /<\/ul><\/div><figcaption><bdi>The &lt;room&gt;<\/bdi><\/figcaption><\/figure>$/);
});

test('the lead picture is loaded first, tells its credit once, and is nothing where it is not here', () => {
  const photo = { mediaId: media.id, alt: null, caption: 'Two chairs, no one in them.', credit: null };
  const story = storyGiven({}, { photo, credit: 'Photo: The Pool' });
  const markup = renderTop(viewGiven({ story, media: [media] })).toString();
  assert.match(markup, /<div class="lead pictured"><figure class="image photo">/);
  assert.match(
    markup,
    /sizes="[^"]+47\.5rem[^"]*" alt="Two chairs\." width="1280" height="640" fetchpriority="high">/,
  );
  assert.doesNotMatch(markup, /loading="lazy"|The Pool/);
  assert.match(markup, /Two chairs, no one in them\.<\/bdi> <span class="credit">Photo: <bdi>B\. Osei/);
  const unsigned = viewGiven({ story, media: [mediaGiven({ credit: null })] });
  assert.match(renderTop(unsigned).toString(), /<span class="credit"><bdi>Photo: The Pool/);
  const gone = renderTop(viewGiven({ story })).toString();
  assert.match(gone, /<div class="lead"><div class="beside">.*The Pool/);
});
