import type { Token } from './tokens.ts';

/** A name as a sentence gives it, with what stands before it as a post ("Police Chief"). */
export type Named = {
  readonly name: string;
  readonly role: string | null;
  readonly from: number;
  readonly to: number;
};

const NO_NAME = new Set(
  'The A An In On At But And Or So As If When While After Before Since Because For From To By With Of That This These Those There Here He She They It We I You His Her Their Its Our My Your Who What Which Where Why How Yes No Not Now Then Also Still Yet However Meanwhile Later Earlier Both Each All Some Many Most Several Another One Two Three Four Five Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December According Asked During Despite Although Though Once Until About Only Just Even Last Next Today Yesterday Tonight'.split(
    ' ',
  ),
);
const PARTICLES = new Set(
  'de da di del della der den van von la le el al bin ibn ben dos du y zu ter ten of'.split(' '),
);
const ROLE_WORDS =
  /^(?:President|Vice|Vice-President|Chancellor|Prime|Premier|Minister|Secretary|State|Treasury|Defense|Chairman|Chairwoman|Chair|Chief|Chiefs|Commissioner|Director|Deputy|Assistant|Officer|Sheriff|Marshal|Mayor|Governor|Senator|Representative|Congressman|Congresswoman|Ambassador|Attorney|General|Judge|Justice|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Cardinal|Sir|Lord|Lady|Dame|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Coach|Captain|Capt|Sergeant|Sgt|Lieutenant|Lt|Colonel|Col|Major|Maj|Gen|Commander|Cmdr|Admiral|Adm|Superintendent|Supt|Inspector|Insp|Detective|Det|Constable|Const|Sen|Rep|Gov|Rev|Reverend|Father|Sister|Brother|Speaker|Leader|Spokesman|Spokeswoman|Spokesperson|Spokesmen|Editor|Reporter|Correspondent|Analyst|Press|Executive|CEO|CFO|COO|Founder|Co-founder|Foreign|Interior|Home|Manager|Head|Lead|Senior|MP|MEP|TD|Trooper|Private|Corporal|Cpl|Imam|Rabbi|Sheikh|Ayatollah|Emir|Councilman|Councilwoman|Councillor|Counselor)\.?$/;
/** A capitalised word that shows the phrase to be a body, a place or a house and no person. */
const BODY =
  /^(?:Police|Department|Ministry|Office|House|University|College|School|Hospital|Committee|Council|Commission|Agency|Association|Institute|Center|Centre|Company|Corp|Inc|Ltd|Group|Bank|Court|Army|Navy|Guard|Force|Forces|Party|Union|Street|Avenue|Road|Park|Airport|Memorial|Building|City|County|News|Times|Post|Press|Journal|Tribune|Herald|Network|Service|Services|Team|Club|League|FBI|CIA|NASA|UN|EU|NATO|White|Pentagon|Kremlin|Downing|Congress|Senate|Parliament|States|Kingdom|Republic|North|South|East|West|New)$/;

export function isCapital(token: Token | undefined): boolean {
  return (
    token !== undefined && token.type === 'word' && /^[\p{Lu}@]/u.test(token.text) && !NO_NAME.has(token.text)
  );
}

/** The name whose last word is token `to`, or null. A possessive before it is no part of it. */
export function nameEndingAt(tokens: readonly Token[], to: number, from: number): Named | null {
  if (!isCapital(tokens[to])) return null;
  let start = to;
  while (start > from) {
    const before = tokens[start - 1];
    if (!before || before.possessive || before.type !== 'word') break;
    if (isCapital(before)) start -= 1;
    else if (PARTICLES.has(before.text) && isCapital(tokens[start - 2]) && !tokens[start - 2]?.possessive)
      start -= 2;
    else break;
  }
  return named(tokens, start, to);
}

/** The name whose first word is token `from`, or null. */
export function nameStartingAt(tokens: readonly Token[], from: number): Named | null {
  if (!isCapital(tokens[from])) return null;
  let to = from;
  while (!tokens[to]?.possessive) {
    const next = tokens[to + 1];
    if (isCapital(next)) to += 1;
    else if (next && PARTICLES.has(next.text) && isCapital(tokens[to + 2])) to += 2;
    else break;
  }
  return named(tokens, from, to);
}

/** Parts a capitalised run into post and name: "Ottawa Police Chief | Ann Roe". */
function named(tokens: readonly Token[], from: number, to: number): Named {
  const run = tokens.slice(from, to + 1).map(({ text }) => text);
  let cut = run.findLastIndex((word) => ROLE_WORDS.test(word)) + 1;
  // "Secretary of State Ann Roe", but "Chairman Kim of the Council" never gets here: the run ends before "of the".
  if (cut === run.length) cut = 0;
  while (cut < run.length && PARTICLES.has(run[cut] ?? '') && run[cut] === 'of') cut += 2;
  if (cut >= run.length) cut = 0;
  const role = cut === 0 ? null : run.slice(0, cut).join(' ');
  return { name: run.slice(cut).join(' '), role, from, to };
}

/** Whether a name reads as a person's: two words or more, none of them a body's. */
export function isPerson(name: string): boolean {
  const all = name.split(' ');
  return all.length >= 2 && all.length <= 6 && !all.some((word) => BODY.test(word)) && !name.startsWith('@');
}

/** Who is who in a story: full names by their parts, and by the posts they are introduced with. */
export class NameRegister {
  readonly #byLast = new Map<string, string>();
  readonly #byFirst = new Map<string, string>();
  readonly #byRole = new Map<string, string>();
  readonly #roles = new Map<string, string>();

  note(tokens: readonly Token[]): void {
    for (let at = 0; at < tokens.length; at++) {
      const found = nameStartingAt(tokens, at);
      if (!found) continue;
      at = found.to;
      if (!isPerson(found.name)) continue;
      const all = found.name.split(' ');
      setOnce(this.#byLast, all.at(-1) ?? '', found.name);
      setOnce(this.#byFirst, all[0] ?? '', found.name);
      const role = found.role ?? roleBefore(tokens, found.from);
      if (role !== null) {
        setOnce(this.#roles, found.name, role);
        this.#byRole.set(role.split(' ').at(-1)?.toLowerCase() ?? '', found.name);
      }
    }
  }

  /** Whether the story has a full name that this word is part of. */
  knows(word: string): boolean {
    return this.#byLast.has(word) || this.#byFirst.has(word);
  }

  /** The fullest form of a name the story uses; a lone family or first name is filled out. */
  full(name: string): string {
    if (name.includes(' ')) return name;
    return this.#byLast.get(name) ?? this.#byFirst.get(name) ?? name;
  }

  byRole(role: string): string | null {
    return this.#byRole.get(role.toLowerCase()) ?? null;
  }

  roleOf(name: string): string | null {
    return this.#roles.get(name) ?? null;
  }
}

/** "Argentine historian", "government spokeswoman": a post in small letters right before a name. */
function roleBefore(tokens: readonly Token[], from: number): string | null {
  let start = from;
  while (start > 0 && from - start < 4) {
    const before = tokens[start - 1];
    if (!before || before.type !== 'word' || before.possessive || NO_NAME.has(before.text)) break;
    if (!/^\p{Ll}/u.test(before.text) && start === from) break;
    if (
      /^(?:the|a|an|and|or|of|by|with|to|from|for|in|on|at|as|is|was|said|says|told|that|when|while|but|his|her|their|who|according)$/.test(
        before.text,
      )
    )
      break;
    start -= 1;
  }
  const words = tokens.slice(start, from).map(({ text }) => text);
  return words.length > 0 &&
    /(?:man|woman|er|or|ist|ian|ent|ant|person|chief|head|analyst|official|boss|judge|aide|witness|expert|nurse|pilot|coach|mother|father)$/.test(
      words.at(-1) ?? '',
    )
    ? words.join(' ')
    : null;
}

function setOnce(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
