import type { Token } from './tokens.ts';

/** The words by which a sentence tells that somebody speaks, and those a search for the speaker passes over. */
const VERBS =
  /^(?:said|says|say|told|tell|tells|wrote|writes|tweeted|tweets|posted|added|adds|called|calls|described|describes|asked|asks|replied|replies|responded|responds|remarked|continued|continues|explained|explains|stated|states|noted|notes|insisted|insists|argued|argues|claimed|claims|warned|warns|declared|declares|announced|announces|admitted|admits|acknowledged|acknowledges|recalled|recalls|confirmed|confirms|denied|denies|joked|jokes|quipped|testified|shouted|yelled|screamed|whispered|cried|concluded|concludes|observed|suggested|suggests|emphasized|emphasised|stressed|commented|comments|boasted|predicted|predicts|vowed|pledged|lamented|complained|reads|read|reported|reports|relays|relayed|quoted|quotes|conceded|cautioned|countered|exclaimed|reiterated|maintained|mused|offered|urged|demanded|ordered|cited|cites|alleged|alleges|thinks|believes|captioned|blasted|slammed|praised|hailed|labelled|labeled|dubbed|branded|echoed|agreed|repeated)$/;
export const PARTICIPLES =
  /^(?:saying|calling|adding|writing|tweeting|telling|describing|noting|claiming|warning|explaining|insisting|declaring|arguing|stating|announcing|shouting|yelling|posting|citing|quoting|labelling|labeling)$/;
/** Verbs that speak only when they are active: "was told", "been described" are said of somebody. */
export const PASSIVE = /^(?:was|were|is|are|be|been|being|gets?|got|so-called|when|if)$/;
export const SKIPPED =
  /^(?:also|later|then|once|just|has|had|have|even|still|never|previously|recently|subsequently|simply|again|first|now|often|soon|himself|herself|themselves|only|always|further|earlier|too|did|would|will|reportedly|\w{3,}ly)$/;
export const PRONOUNS = /^(?:he|she|they|it|He|She|They|It)$/;
export const DETERMINERS =
  /^(?:the|a|an|one|his|her|their|its|some|many|several|another|two|three|four|our|The|A|An|One|His|Her|Their|Its|Some|Many|Several|Another|Two|Three)$/;
export const CONJUNCTIONS = /^(?:and|but|or|And|But|then|who)$/;
export const STOPS =
  /^(?:that|but|and|as|when|while|because|after|before|since|if|though|although|where|which|whether|But|And|As|When|While|After|Before|In|At|On|During|Asked)$/;
export const PREPOSITIONS = /^(?:of|for|at|from|with|in|to|by|on)$/;

export function isSpeechVerb(token: Token | undefined): boolean {
  return token?.type === 'word' && VERBS.test(token.text);
}
