import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { at, storyGiven, viewGiven } from './given.ts';
import { catalogues, languageOf } from './language.ts';
import { attributeOf, elementsOf, textIn } from './parsed.ts';
import { languageName, renderStale, renderTranslations } from './translations.ts';

const ENGLISH = { storyId: 'e', slug: 'the-flood', lang: 'en', original: true, stale: false };
const KOREAN = { storyId: 'k', slug: '홍수', lang: 'ko', original: false, stale: true };
const BRAZIL = { storyId: 'b', slug: 'a-cheia', lang: 'pt-BR', original: false, stale: false };

const links = (markup: unknown) =>
  elementsOf(parseFragment(String(markup)))
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => [
      textIn(link),
      attributeOf(link, 'href'),
      attributeOf(link, 'hreflang'),
      attributeOf(link, 'lang'),
    ]);

test('the other languages are named in themselves, each link saying which it is', () => {
  const list = renderTranslations(viewGiven({ translations: [ENGLISH, KOREAN, BRAZIL] }));
  assert.deepEqual(links(list), [
    ['English', '/stories/the-flood', 'en', 'en'],
    ['한국어', '/stories/%ED%99%8D%EC%88%98', 'ko', 'ko'],
    ['português (Brasil)', '/stories/a-cheia', 'pt-BR', 'pt-BR'],
  ]);
  assert.match(textIn(parseFragment(String(list))), /^Read this in:/);
  assert.equal(renderTranslations(viewGiven()), null);
});

test('any tag a story may have has a name', () => {
  for (const lang of ['de', 'zh-Hant-TW', 'en-u-ca-buddhist', 'sr-Latn', 'qaa', 'de-1996', 'und'])
    assert.notEqual(languageName(Intl.getCanonicalLocales(lang)[0] ?? ''), '', lang);
});

test('a stale translation says in its own language that the original was corrected since, with the way there', () => {
  const story = storyGiven({ lang: 'de', translationOf: 'e', sourceSeq: 4, sourceCorrectedAt: at('03:10') });
  const given = { story, language: languageOf(['de']), translations: [ENGLISH] };
  const note = renderStale(viewGiven(given));
  assert.deepEqual(links(note), [['Das Original', '/stories/the-flood', 'en', undefined]]);
  assert.match(
    textIn(parseFragment(String(note))),
    /^Das Original wurde nach dieser Übersetzung berichtigt: /,
  );
  assert.match(String(note), /<time datetime="2019-02-28T08:10:00.000Z"/);
  const fresh = storyGiven({ translationOf: 'e', sourceSeq: 4 });
  assert.equal(renderStale(viewGiven({ ...given, story: fresh })), null);
});

test('every language says it, also where the original is not here', () => {
  const story = storyGiven({ translationOf: 'e', sourceSeq: 4, sourceCorrectedAt: at('03:10') });
  for (const tag of Object.keys(catalogues)) {
    const language = languageOf([tag]);
    const note = String(renderStale(viewGiven({ story, language })));
    assert.doesNotMatch(note, /<a /);
    assert.ok(note.includes(language.say('translations.original')), tag);
  }
});
