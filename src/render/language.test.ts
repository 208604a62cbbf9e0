import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { clockOf, clockSince, datedClock } from './clock.ts';
import { html } from './html.ts';
import { catalogues, languageFor, languageOf, type Sentence } from './language.ts';

const AT = '2019-02-28T06:30:00.000Z';
const NEW_YORK = 'America/New_York';

type Element = { type: number; value?: string; options?: Record<string, { value: Element[] }> };

/** The variables of a message, and the plural categories it has words for. */
function partsOf(text: string): { variables: Set<string>; categories: Set<string> | null } {
  const variables = new Set<string>();
  let categories: Set<string> | null = null;
  const visit = (elements: Element[]): void => {
    for (const { type, value, options } of elements) {
      if (type === 1 || type === 6) variables.add(value ?? '');
      if (type === 6) categories = new Set(Object.keys(options ?? {}));
      for (const option of Object.values(options ?? {})) visit(option.value);
    }
  };
  visit(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return { variables, categories };
}

test('every catalogue has the same sentences with the same variables, none of them empty', () => {
  const sentences = Object.keys(catalogues.en) as Sentence[];
  for (const [tag, catalogue] of Object.entries(catalogues)) {
    assert.deepEqual(Object.keys(catalogue).toSorted(), sentences.toSorted(), tag);
    for (const sentence of sentences) {
      assert.notEqual(catalogue[sentence].trim(), '', `${tag} ${sentence}`);
      assert.deepEqual(
        [...partsOf(catalogue[sentence]).variables].toSorted(),
        [...partsOf(catalogues.en[sentence]).variables].toSorted(),
        `${tag} ${sentence}`,
      );
    }
  }
});

test('a sentence with a number has words for every plural its language knows', () => {
  for (const [tag, catalogue] of Object.entries(catalogues)) {
    const rules = new Intl.PluralRules(tag);
    const met = new Set([0, 1, 2, 3, 11, 100, 1_000].map((n) => rules.select(n)));
    for (const [sentence, text] of Object.entries(catalogue)) {
      const { categories } = partsOf(text);
      if (!categories) continue;
      for (const category of met) {
        assert.ok(categories.has(category), `${tag} ${sentence} has no words for “${category}”`);
      }
    }
  }
});

test('no translation was left in English', () => {
  for (const [tag, catalogue] of Object.entries(catalogues)) {
    if (tag === 'en') continue;
    const same = (Object.keys(catalogue) as Sentence[]).filter(
      (one) => catalogue[one] === catalogues.en[one] && / \p{L}+ /u.test(catalogue[one]),
    );
    assert.deepEqual(same, [], tag);
  }
});

test('a page speaks the language of its story, else of the site, else English', () => {
  const site = { lang: 'ko' };
  const spoken = (lang: string): string => languageFor({ site, story: { lang } }).tag;
  assert.equal(spoken('de'), 'de');
  assert.equal(spoken('pt-BR'), 'pt');
  assert.equal(spoken('sw'), 'ko');
  assert.equal(languageFor({ site }).tag, 'ko');
  assert.equal(languageOf(['sw', null, undefined]).tag, 'en');
  assert.equal(languageOf(['ar']).dir, 'rtl');
});

const written = (tag: string, zone = NEW_YORK): string => clockOf(languageOf([tag]), AT, zone);

test('a time is written as each language writes it', () => {
  assert.equal(written('en'), '1:30 a.m. ET');
  assert.equal(written('de'), '1:30 Uhr (New York)');
  assert.equal(written('de', 'Europe/Berlin'), '7:30 Uhr MEZ');
  assert.equal(written('es'), '1:30 (Nueva York)');
  assert.equal(written('fr'), '1:30 (New York)');
  assert.equal(written('pt'), '1:30 (Nova York)');
  assert.equal(written('ko'), '오전 1:30 (뉴욕)');
  assert.equal(written('ar'), '1:30 ص (نيويورك)');
  assert.equal(written('fr', 'UTC'), '6:30 UTC');
});

test('a date stands where the day is another, put together as the language does', () => {
  const evening = '2019-02-28T03:55:00.000Z';
  assert.equal(clockSince(languageOf(['de']), evening, AT, NEW_YORK), '28. Feb., 1:30 Uhr (New York)');
  assert.equal(clockSince(languageOf(['vi']), evening, AT, 'Asia/Ho_Chi_Minh'), '13:30 (Việt Nam)');
  assert.equal(
    datedClock(languageOf(['ko']), AT, 'Asia/Seoul', { year: true }),
    '2019년 2월 28일 오후 3:30 (대한민국)',
  );
});

const listed = (tag: string): string =>
  languageOf([tag])
    .list([html`A`, html`<b>B</b>`, html`${'<C>'}`])
    .toString();

test('names are put together as the language does, and are text', () => {
  assert.equal(listed('en'), 'A, <b>B</b> and &lt;C&gt;');
  assert.equal(listed('de'), 'A, <b>B</b> und &lt;C&gt;');
});

test('a sentence is text, what stands at its variables may be markup', () => {
  const english = languageOf(['en']);
  assert.equal(
    english.tell('statement.via', { outlet: html`<b>${'<CNN>'}</b>` }).toString(),
    'via <b>&lt;CNN&gt;</b>',
  );
  assert.equal(english.tell('statement.via', { outlet: '<CNN>' }).toString(), 'via &lt;CNN&gt;');
  assert.equal(english.say('keyEvents.earlier', { n: 3 }), '3 earlier');
});

test('a script gets every form of a sentence, with its variables left in', () => {
  const { newUpdates, newUpdate } = languageOf(['en']).spoken();
  assert.deepEqual(newUpdates, { one: '{n} new update', other: '{n} new updates' });
  assert.equal(newUpdate, 'New update, {time}: {words}');
  const arabic = languageOf(['ar']).spoken()['newUpdates'];
  assert.deepEqual(Object.keys(arabic ?? {}), ['zero', 'one', 'two', 'few', 'many', 'other']);
});
