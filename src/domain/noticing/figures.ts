/** Numbers written in words, by what they count. */
const WORDS: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  // German, French, Spanish, Portuguese; words that mean something else besides are left out.
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  hundert: 100,
  tausend: 1e3,
  millionen: 1e6,
  milliarden: 1e9,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  cent: 100,
  millions: 1e6,
  milliards: 1e9,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  mil: 1e3,
  millones: 1e6,
  dois: 2,
  duas: 2,
  três: 3,
  quatro: 4,
  sete: 7,
  oito: 8,
  nove: 9,
  dez: 10,
  doze: 12,
  milhões: 1e6,
};

/**
 * What a figure stands for ("1,200", "2.5", "twelve"), or null where the word is none. A comma before three digits
 * parts thousands, and so does a stop: "1.200" is twelve hundred where it is not a decimal of three places.
 */
export function figureOf(word: string): number | null {
  const lower = word.toLowerCase();
  if (Object.hasOwn(WORDS, lower)) return WORDS[lower]!;
  if (!/^\d/.test(word)) return compound(lower);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(word)) return Number(word.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(word)) return Number(word.replaceAll('.', '').replace(',', '.'));
  if (/^\d+(?:\.\d+)?$/.test(word)) return Number(word);
  if (/^\d+,\d{1,2}$/.test(word)) return Number(word.replace(',', '.'));
  return null;
}

/** "twenty-one". */
function compound(word: string): number | null {
  const [tens = '', ones = '', more] = word.split(/[-‐‑]/);
  if (more !== undefined || ones === '' || !Object.hasOwn(WORDS, tens) || !Object.hasOwn(WORDS, ones))
    return null;
  const [ten, one] = [WORDS[tens]!, WORDS[ones]!];
  return ten >= 20 && ten < 100 && one > 0 && one < 10 ? ten + one : null;
}

/** Words that multiply the figure before them. */
const SCALES: Record<string, number> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  m: 1e6,
  hundert: 100,
  tausend: 1e3,
  millionen: 1e6,
  milliarde: 1e9,
  milliarden: 1e9,
  mille: 1e3,
  millions: 1e6,
  milliard: 1e9,
  milliards: 1e9,
  mil: 1e3,
  millones: 1e6,
  milhões: 1e6,
};

export const scaleOf = (word: string): number | null => {
  const lower = word.toLowerCase();
  return Object.hasOwn(SCALES, lower) ? SCALES[lower]! : null;
};
