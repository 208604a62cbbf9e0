import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES } from '../../../desk/console/words/languages.ts';

type Catalogue = Record<string, string>;
type Element = {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
};

/** As the parser numbers the kinds of a message's elements. */
const [LITERAL, SELECT, PLURAL, POUND] = [0, 5, 6, 7];
const LONG_ENOUGH_TO_BE_A_SENTENCE = 30;

const folder = import.meta.dirname;
const files = fs.readdirSync(path.join(folder, 'en')).toSorted();
const languages = Object.keys(LANGUAGES).filter((tag) => tag !== 'en');

const catalogueOf = (lang: string, file: string): Catalogue =>
  JSON.parse(fs.readFileSync(path.join(folder, lang, file), 'utf8')) as Catalogue;

const parsed = (text: string, lang: string): Element[] =>
  new IntlMessageFormat(text, lang, undefined, { ignoreTag: true }).getAst();

/** Every element of a message, those within its plurals and choices too. */
const within = (elements: Element[]): Element[] =>
  elements.flatMap((element) => [
    element,
    ...Object.values(element.options ?? {}).flatMap(({ value }) => within(value)),
  ]);

const variablesOf = (elements: Element[]): string[] => [
  ...new Set(
    within(elements)
      .filter(({ type }) => type !== LITERAL && type !== POUND)
      .map(({ value }) => String(value)),
  ),
];

const isPlural = ({ type }: Element): boolean => type === PLURAL;
const isChoice = ({ type }: Element): boolean => type === SELECT;

const pluralsOf = (elements: Element[]): Element[] => within(elements).filter(isPlural);

/** What is wrong with a sentence as told in another language than the English one. */
function faultsOf(name: string, english: string, text: string, lang: string): string[] {
  const [ours, theirs] = [parsed(text, lang), parsed(english, 'en')];
  const faults: string[] = [];
  const [has, needs] = [variablesOf(ours).toSorted(), variablesOf(theirs).toSorted()];
  if (has.join() !== needs.join()) faults.push(`${name}: has {${has.join()}}, needs {${needs.join()}}`);
  const counted = new Set(pluralsOf(ours).map(({ value }) => value));
  // One within another is a turn of the English phrase: only the outer ones must be counted everywhere.
  for (const { value } of theirs.filter(isPlural))
    if (!counted.has(value)) faults.push(`${name}: does not count {${value}}`);
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  for (const { value, options = {} } of pluralsOf(ours)) {
    const lacks = pluralCategories.filter((category) => !(category in options));
    if (lacks.length > 0) faults.push(`${name}: {${value}} lacks ${lacks.join()}`);
  }
  if (text === english && text.length > LONG_ENOUGH_TO_BE_A_SENTENCE) faults.push(`${name}: is English`);
  if (within(ours).some(isChoice) !== within(theirs).some(isChoice))
    faults.push(`${name}: chooses where the English does not, or the other way`);
  if (text.trim() === '' || text !== text.trim()) faults.push(`${name}: is empty, or has space around it`);
  return faults;
}

for (const lang of languages)
  describe(`the desk in ${lang}`, () => {
    test('has every area of the English one, and no other', () => {
      assert.deepEqual(fs.readdirSync(path.join(folder, lang)).toSorted(), files);
    });

    for (const file of files)
      test(`tells every sentence of ${file}, with its variables, counted as the language counts`, () => {
        const [english, own] = [catalogueOf('en', file), catalogueOf(lang, file)];
        assert.deepEqual(Object.keys(own).toSorted(), Object.keys(english).toSorted());
        assert.deepEqual(
          Object.entries(own).flatMap(([name, text]) => faultsOf(name, english[name]!, text, lang)),
          [],
        );
      });
  });
