export type Sentence = { text: string; from: number; to: number };

const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });

/** What ends in a stop and ends no sentence: "a.m.", "Mr.", "U.S.", an initial. */
const GOES_ON =
  /(?:\b(?:[ap]\.m|Mrs?|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|Rev|Hon|St|No|vs|approx|Jr|Sr|Inc|Co|Corp|Sra?|Hr|Fr|bzw|ca|z\.B|d\.h)|\b\p{Lu}(?:\.\p{Lu})*)\.\s*$/u;

/** The sentences of a text, without the space between them. */
export function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  let goesOn = false;
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.trimEnd().length;
    const last = found.at(-1);
    if (goesOn && last) {
      last.to = Math.max(last.to, end);
      last.text = text.slice(last.from, last.to);
    } else if (segment.trim() !== '') {
      const from = index + (segment.length - segment.trimStart().length);
      found.push({ text: text.slice(from, end), from, to: end });
    }
    goesOn = GOES_ON.test(segment) && !segment.includes('\n');
  }
  return found;
}
