import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { paragraphOf, shapeLine, type Glyph } from './shape.ts';
import { spell } from './spelled.ts';

async function set(text: string, lang: string): Promise<{ text: string; glyphs: Glyph[] }> {
  const spelled = await spell(text, { weight: 800, lang });
  const paragraph = paragraphOf(spelled, { lang, dir: 'ltr' });
  return { text: spelled.text, glyphs: shapeLine(paragraph, 0, spelled.text.length) };
}

const glyphsOf = async (text: string, lang: string): Promise<Glyph[]> => (await set(text, lang)).glyphs;
const idOf = async (letter: string, lang: string): Promise<number> => (await glyphsOf(letter, lang))[0]!.id;

const HEADLINES: Record<string, [lang: string, headline: string]> = {
  Latin: [
    'pt',
    'Câmara adia votação; greve de rebocadores entra no 3.º dia, diz “Rádio Costa” – ŁÓDŹ, ČEŠTINA, ÅÆØ',
  ],
  Vietnamese: [
    'vi',
    'Phà chở 80 hành khách mất liên lạc ngoài khơi; ĐÃ TÌM THẤY, thuyền trưởng nói “mọi người đều ổn”',
  ],
  Cyrillic: ['uk', 'Паром із 80 пасажирами знайшли біля мису: «Усі живі», – каже капітан ґрунтовно й щиро'],
  Greek: ['el', 'Βρέθηκε το πλοίο με τους 80 επιβάτες· «όλοι είναι καλά», λέει ο λιμενάρχης Άγγελος Ώρας'],
  Arabic: ['ar', 'العثور على العبّارة وعلى متنها 80 راكبًا قرب رأس «لارا»، والقبطان: الجميع بخير؛ لا إصابات؟'],
  Devanagari: ['hi', 'लापता नौका अस्सी यात्रियों सहित मिली; कप्तान ने कहा, “क्षति नहीं, सब सुरक्षित हैं” — श्रृंखला'],
  Chinese: ['zh', '失联渡轮在岬角附近找到，八十名乘客“全部平安”；港务局：周五（28日）恢复航行'],
  Japanese: ['ja', '不明のフェリー、岬沖で発見――乗客80人「全員無事」と船長、あす運航再開へ働きかけ'],
  Korean: ['ko', '연락 끊긴 여객선, 곶 앞바다서 발견…승객 80명 “모두 무사”, 선장 “곧 돌아간다”'],
};

for (const [script, [lang, headline]] of Object.entries(HEADLINES)) {
  test(`${script}: every letter of a headline has a glyph of its own font`, async () => {
    const { text, glyphs } = await set(headline, lang);
    assert.equal(text, headline.normalize('NFC'), 'nothing was left out');
    assert.deepEqual(
      glyphs.filter(({ id }) => id === 0),
      [],
    );
    assert.ok(glyphs.every(({ font }) => font.file.includes('noto-sans')));
  });
}

test('Arabic letters join: none of a word has the glyph it has alone', async () => {
  const alone = await Promise.all([...'سمع'].map((letter) => idOf(letter, 'ar')));
  const joined = new Set((await glyphsOf('سمع', 'ar')).map(({ id }) => id));
  for (const id of alone) assert.ok(!joined.has(id));
});

test('lam and alef become one', async () => {
  const lam = await idOf('ل', 'ar');
  const alef = await idOf('ا', 'ar');
  const both = await glyphsOf('لا', 'ar');
  assert.ok(both.length === 1 || both.every(({ id }) => id !== lam && id !== alef));
});

test('Arabic runs from right to left, numbers and Latin in it from left to right', async () => {
  const { text, glyphs } = await set('سعر 350 Brent اليوم', 'ar');
  const placeOf = (letter: string): number =>
    glyphs.findIndex(({ cluster }) => cluster === text.indexOf(letter));
  assert.ok(placeOf('ا') < placeOf('B') && placeOf('B') < placeOf('t'));
  assert.ok(placeOf('t') < placeOf('3') && placeOf('3') < placeOf('5') && placeOf('0') < placeOf('س'));
});

test('brackets in a text from right to left open where it is read from', async () => {
  const [opening] = await glyphsOf('(', 'en');
  const { text, glyphs } = await set('قال (نعم)', 'ar');
  const first = glyphs.find(({ cluster }) => cluster === text.indexOf('('));
  assert.notEqual(first!.id, opening!.id);
});

test('Devanagari letters become a conjunct, and the short i stands before its letter', async () => {
  const ka = await idOf('क', 'hi');
  const sha = await idOf('ष', 'hi');
  const conjunct = await glyphsOf('क्ष', 'hi');
  assert.equal(conjunct.length, 1);
  assert.ok(conjunct[0]!.id !== ka && conjunct[0]!.id !== sha);
  const [, second] = await glyphsOf('कि', 'hi');
  assert.equal(second!.id, ka);
});

test('Vietnamese letters with two marks are one glyph, and taller than with one', async () => {
  const glyphs = await glyphsOf('ẤÂ', 'vi');
  assert.equal(glyphs.length, 2);
  const [two, one] = glyphs.map(({ id, font }) => font.font.glyphExtents(id)!.yBearing);
  assert.ok(two! > one!);
});

test('a letter of a script without a font becomes a box, once a word; a text of such letters is left out', async () => {
  assert.equal(
    (await set('Fishermen call it ปลาบึก for its size', 'en')).text,
    'Fishermen call it □ for its size',
  );
  assert.equal((await set('ปลาบึกกลับมาแล้ว', 'th')).text, '');
});

async function widthAt(weight: number): Promise<number> {
  const spelled = await spell('Harbour', { weight, lang: 'en' });
  const glyphs = shapeLine(paragraphOf(spelled, { lang: 'en', dir: 'ltr' }), 0, spelled.text.length);
  return glyphs.reduce((sum, { advance }) => sum + advance, 0);
}

test('headlines are bold and the rest is not: one font at two weights', async () => {
  assert.ok((await widthAt(800)) > (await widthAt(500)));
});

test('a headline in Vietnamese is drawn from three files', async () => {
  const glyphs = await glyphsOf(HEADLINES['Vietnamese']![1], 'vi');
  const files = new Set(glyphs.map(({ font }) => path.basename(font.file, '-wght-normal.woff2')));
  assert.ok(files.has('noto-sans-latin') && files.has('noto-sans-vietnamese') && files.size <= 3);
});

test('a mark of direction is kept for the order it gives, and not drawn', async () => {
  const mark = '\u200f';
  const { text, glyphs } = await set(`قال${mark} Brent`, 'ar');
  assert.ok(text.includes(mark));
  const drawn = glyphs.filter(({ cluster }) => text[cluster] === mark);
  assert.ok(drawn.every(({ advance, id }) => advance === 0 && id !== 0));
});
