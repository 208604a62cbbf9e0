const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that begin sentences and are no names, in small letters. */
const OPENERS = set(
  'the a an in on at but and or so as if when while after before since because for from to by with of that this these those there here he she they it we i you his her their its our my your who what which where why how yes no not now then also still yet however meanwhile later earlier both each all some many most several another one two three four five six seven eight nine ten according asked during despite although though once until about only just even last next today yesterday tonight tomorrow more less few much other others such under over between among against within without through across along around behind beyond nearly almost already again perhaps maybe instead rather further first second third finally officials police residents witnesses authorities people everyone everybody nobody nothing something someone anyone none neither either never always often sometimes soon well is are was were do did does have has had will would can could may might must should let please thanks says said asked told update updated correction breaking watch read more photo photos video live new news also two-thirds der die das ein eine und oder aber in im am auf für von mit zu zum zur bei nach vor über unter aus es er sie wir ihr nicht kein keine auch noch schon wie was wer wo wenn als le la les un une des du de et ou mais dans sur pour par avec il elle ils elles nous vous ce cette ces son sa ses leur leurs ne pas el los las una unos unas y o pero en con por para su sus lo al del se que no os as um uma e mas em no na nos nas com por para seu sua seus suas não',
);

export const isOpener = (word: string): boolean => OPENERS.has(word.toLowerCase());

/** Words that turn a sentence round, in the languages the site speaks with spaces between words. */
const NEGATIONS = set(
  'not no never none nobody nothing neither nor without cannot non nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne ne pas jamais aucun aucune rien personne sans ni nunca jamás ningún ninguna ninguno nada nadie sin tampoco não nem nenhum nenhuma ninguém sem không chưa chẳng',
);

export const isNegation = (word: string): boolean =>
  NEGATIONS.has(word.toLowerCase()) || /n[’']t$/i.test(word);
