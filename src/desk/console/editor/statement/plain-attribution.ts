import { isOutlet } from '../../../../importer/reading/outlets.ts';
import { isSpeechVerb, PREPOSITIONS, SKIPPED, STOPS } from '../../../../importer/reading/speech-words.ts';
import type { Token } from '../../../../importer/reading/tokens.ts';

/** Who spoke, as what, and to whom, where the words behind a quotation say that and nothing else. */
export type PlainAttribution = {
  speaker: string;
  role: string | null;
  outlet: string | null;
  medium: string | null;
};

const NAME = String.raw`\p{Lu}[\p{L}’'.-]*(?: (?:(?:de|da|do|dos|das|del|della|di|van|von|der|den|ten|la|le|al|el|bin|ibn) )*\p{Lu}[\p{L}’'.-]*){1,3}`;
const TOLD = String.raw`(?:(?:who )?told|speaking (?:to|with)|in an? (?<medium>interview|e-?mail|statement) (?:with|to)|according to)`;
const ROLE = String.raw`(?<role>[^,.;:()“”"]+)`;
/** It may end in a stop of its own, or none. */
const OUTLET = String.raw`(?<outlet>(?:[Tt]he )?\p{Lu}[^,.;:()“”"]*)`;

/** `said Ann Roe, harbour pilot, told Radio Coast.` and `Ann Roe, harbour pilot, said in an interview with the Record.` */
const FORMS = [
  String.raw`(?:said|says) (?<speaker>${NAME})(?:, ${ROLE})??(?:,? ${TOLD} ${OUTLET})?`,
  String.raw`(?<speaker>${NAME})(?:, ${ROLE},)? (?:said|says)(?:,? ${TOLD} ${OUTLET})?`,
  String.raw`(?<speaker>${NAME})(?:, ${ROLE},)? told ${OUTLET}`,
].map((form) => new RegExp(`^[\\s,]*${form}\\s*[.]?\\s*$`, 'u'));

/** Null: it says more, or what it says is not plain. `outlets`: those the newsroom has named before. */
export function readPlainAttribution(after: string, outlets: readonly string[]): PlainAttribution | null {
  for (const form of FORMS) {
    const { speaker = '', role, outlet, medium } = form.exec(after)?.groups ?? {};
    if (speaker === '' || (role !== undefined && !isRole(role))) continue;
    if (outlet !== undefined && !isOneToTell(outlet, outlets)) continue;
    return {
      speaker,
      role: role?.replace(/^(?:the|an?) /, '') ?? null,
      outlet: outlet?.replace(/^[Tt]he (?=\p{Lu})/u, '') ?? null,
      medium: medium ?? null,
    };
  }
  return null;
}

/** What somebody is called who does something: "harbour master", "head of the port", "spokeswoman for the line". */
const PERSON =
  /(?:master|man|woman|person|people|[^aeiou\s]er|eer|ier|tor|sor|yor|ist|cian|rian|dent|gent|tant|chief|head|captain|pilot|coach|nurse|judge|official|secretary|deputy|attorney|general|admiral|colonel|sergeant|witness|chair|clerk|aide|MP|CEO)$/;
const NO_PERSON =
  /^(?:later|earlier|after|over|under|never|however|rather|further|together|whether|other|another|number|winter|summer|water|harbour|incident|accident|ever|yesterday|\w+ember|October)$/;

function isRole(words: string): boolean {
  const all = words.replace(/^(?:the|an?) /, '').split(' ');
  const first = all[0] ?? '';
  const headed = all.slice(0, all.findIndex((word) => PREPOSITIONS.test(word)) >>> 0);
  const head = headed.at(-1) ?? '';
  return (
    all.length <= 8 &&
    PERSON.test(head) &&
    !NO_PERSON.test(head) &&
    !first.endsWith('ing') &&
    !all.some((word) => STOPS.test(word) || SKIPPED.test(word) || isSpeechVerb(wordOf(word)))
  );
}

const wordOf = (text: string): Token => ({ text, type: 'word', quote: -1, possessive: false });

/** What a house that broadcasts or prints is called by its first word, where its last says nothing. */
const HOUSE =
  /^(?:R[aá]dio|Televis(?:ão|ión|ion)|TV|Canal|Jornal|Di[aá]rio|Rundfunk|Zeitung|Journal|Agence|Agencia|Agência)\b/u;

/** Somebody may be told as well as an outlet: only what is known or plainly named as one is. */
function isOneToTell(phrase: string, outlets: readonly string[]): boolean {
  const name = phrase.replace(/^[Tt]he /, '');
  const letters = name.toLowerCase();
  if (outlets.some((one) => one.replace(/^the /i, '').toLowerCase() === letters)) return true;
  const isName = name
    .split(' ')
    .every((word) => /^[\p{Lu}\d&]/u.test(word) || /^(?:de|da|do|of|la|le)$/.test(word));
  return isName && (isOutlet(name) || HOUSE.test(name));
}
