import { plain, sentences } from './lines.ts';

/**
 * Lines that belong to the page or its housekeeping and not to the story: sharing, newsletters, navigation,
 * invitations, rights, standing notices. Patterns are of whole lines or sentences, in lower case.
 */
const LABELS =
  /^(?:share|tweet|pin(?: it)?|e-?mail|print|comments?|reply|like|save|bookmark|copy link|link copied!?|whatsapp|reddit|facebook|twitter|x|linkedin|pinterest|flipboard|instagram|youtube|telegram|google\+?|tumblr|messenger|rss(?: feeds?)?|follow(?: us| me)?|subscribe(?: now)?|sign (?:up|in|out)|log ?(?:in|out)|register|my account|account|settings|menu|navigation|search|home|close|cancel|open|next|previous|prev|back|more|advertis(?:e|ement)|ads?|adchoices|sponsored(?: content| links?)?|promoted(?: content| stories)?|partner content|paid content|newsletters?|podcasts?|sitemap|latest(?: news| updates?| stories| headlines| posts)?|breaking news|top (?:stories|news|headlines)|trending(?: now| stories| topics)?|popular(?: stories| now)?|most (?:read|popular|viewed|shared|commented)(?: stories)?|editor'?s'? picks?|about the authors?|about us|contact(?: us)?|advertise with us|work with us|careers|jobs|help|faqs?|privacy(?: policy| notice)?|terms(?: of (?:use|service)| and conditions| & conditions)?|cookies?(?: policy| settings)?|accessibility|corrections policy|do not sell my (?:personal )?info(?:rmation)?|user agreement|reprints(?: & permissions)?|loading\.*|retry|skip|more information|topics|tags|share (?:this|story|article)|weiterlesen|teilen|kommentare|werbung|anzeige|mehr zum thema|lesen sie auch|newsletter abonnieren|partager|commentaires|publicité|à lire aussi|lire aussi|sur le même sujet|compartir|comentarios|publicidad|te puede interesar|lea también|noticias relacionadas|condividi|leggi anche|lees ook|läs också):?$/;

const LINES: readonly RegExp[] = [
  /^(?:share|tweet|post|pin|send|e-?mail|print|save) (?:this|on|via|with|to|by|the)\b[^.]{0,60}$/,
  /^(?:follow|like|find|join|visit) (?:us|me|@\w+|[\p{L} .'-]{2,40}) (?:on|at) (?:twitter|facebook|instagram|x|youtube|tiktok|whatsapp|telegram|snapchat|flipboard|google|linkedin|bluesky|mastodon|threads|[@#]).{0,80}$/u,
  /^follow @\w+/,
  /^(?:get|sign up (?:for|to)|subscribe to|join|receive|try|register for) (?:our|the|my|a|free|this)\b.{0,120}(?:newsletters?|e-?mails?|alerts?|briefing|channel|inbox|mailing list|app|membership)\b.{0,60}$/,
  /\b(?:delivered|sent|straight|direct(?:ly)?) (?:to|into) your (?:inbox|e-?mail|phone)\b/,
  /^(?:thanks|thank you) for (?:signing up|subscribing|reading)\b/,
  /\(opens in (?:a )?new (?:tab|window)\)$/,
  /^(?:related|related (?:articles?|stories|content|posts?|links?|topics?|coverage|news|videos?)|see also|read also|also read|also see|read (?:more|next)|more (?:on|from|in|about|stories|news|coverage)|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading| stories)?|up next|what to read next|don't miss|in this (?:story|article)|filed under|tagged(?: with| as)?|tags|categories|topics|keywords)(?:$|:| - | – |\s(?:this|our|from|on)\b.{0,60}$)/,
  /^trending (?:on|in|at) .{2,40}$/,
  /^\d[\d,.]*k? (?:comments?|shares?|likes?|views?|replies|retweets)$/,
  /^(?:leave|post|add|write|view|show|read|see|hide|load|all) (?:a |all |more |the |your )?(?:comments?|reply|replies|stories|results|posts)(?: \(\d+\))?$/,
  /^(?:skip|jump|back) to (?:the )?(?:main |page )?(?:content|navigation|main|top|article|footer|search|comments)$/,
  /^(?:tap|click|scroll|swipe|press) (?:here|down|to|on|below|for|the)\b.{0,100}$/,
  /^(?:watch|listen)(?: now| live| here)?:?$/,
  /^(?:©|\(c\)|copyright\b|&copy;)/,
  /^(?:photo(?:s|graphs?)?|image|video|gallery|caption|slideshow)[:.]?$/,
  /^(?:advertisement|story continues below|article continues (?:below|after)|continue reading|continues after|scroll to continue|this article continues)\b.{0,60}$/,
  /^(?:download|get) (?:the|our) .{0,40}\bapps?\b.{0,60}$/,
  /^(?:this post|this article|this story) (?:originally|first) appeared (?:on|in|at) .{2,80}$/,
];

const SENTENCES: readonly RegExp[] = [
  /\ball rights reserved\b/,
  /\b(?:we use|uses?|using|our use of|accept(?:ing)?(?: all)?) cookies\b/,
  /^by (?:signing up|subscribing|continuing|clicking|joining|registering|using)\b.{0,200}\b(?:you|agree|support)\b/,
  /^this material may not be (?:published|broadcast|rewritten|redistributed|reproduced)/,
  /\b(?:disable|turn off|whitelist)\b.{0,40}\bad ?block/,
  /^(?:have|got|do you have|did you|were you|are you|do you know)\b.{0,100}\b(?:to add|tip|tips|story|information|details|photos?|videos?|witness|know more|experience)\b.{0,80}\?$/,
  /^(?:share|tell|let) (?:it|us|your|them|them with us)\b.{0,80}\b(?:comments?|below|know|thoughts|think|story|stories|photos?|us)\b/,
  /^(?:contact|reach|email|e-mail|write to|call|text|follow|message|send)\b.{0,80}(?:@|\bauthor\b|\breporter\b|\bnewsroom\b|\btips?\b|\bus\b).{0,60}$/,
  /^(?:what do you think|tell us what you think|sound off|weigh in|join the (?:conversation|discussion))\b/,
  /^(?:support|donate to|become a (?:member|supporter|subscriber|patron))\b.{0,80}$/,
  /^(?:like|follow) us\b/,
  /^(?:check|come|stay|keep|see|tune|refresh|reload|watch|follow|visit|bookmark)\b.{0,80}\b(?:back|tuned|with us|refreshing|this (?:page|post|story|space|article)|here|live blog)\b.{0,80}\b(?:updates?|latest|more|details|information|developments?|develops?|breaks?|news|tuned)\b/,
  /^(?:stay tuned|more (?:to (?:come|follow)|details (?:to (?:come|follow)|as|when|soon|shortly)|information (?:to (?:come|follow)|as|when)|follows?|soon|shortly))\b/,
  /^(?:details|updates?|more) (?:to follow|to come|soon|coming|follow(?:s|ing)?)\b/,
  /^(?:this is )?(?:an? )?(?:breaking|developing|ongoing|live|rolling|fast-moving|evolving)(?: news)?(?: (?:story|post|event|report|situation|blog|item|news))?(?:[.!]?$|[,;:–—-]?\s.{0,60}\b(?:updat(?:ed?|es|ing)|refresh|check back|stay tuned|come back|details|information)\b.{0,90}$)/,
  /^(?:this|the|our) (?:(?:breaking|developing|live) )?(?:news )?(?:story|post|article|page|report|blog|live ?blog|item|entry|piece) (?:is|are|will|may|could)\b.{0,30}\b(?:updat(?:ed|ing)|develop(?:s|ing)?|breaking)\b.{0,140}$/,
  /^we(?:'ll| will|'re| are) (?:be |keep |continue to |continue )?(?:updat(?:e|ing)|bring(?:ing)?(?: you)?|post(?:ing)?|add(?:ing)?)\b.{0,140}\b(?:as|when|once|if|until) .{0,40}\b(?:information|details|more|facts|news|it|they|learn|know|develops?|becomes?|comes?|available|emerges?|warrants?)\b/,
  /^[\p{L}\d .'-]{2,40} will (?:continue to |keep |be )?(?:bring you|bringing you|update|updating) .{0,160}\b(?:as|when|once|until) .{0,40}\b(?:information|details|more|facts|it|they|becomes?|comes?|available|emerges?)\b/u,
  /^(?:we|we'll|we will|we're) ?(?:will|are|'ll)? ?(?:be |have |keep )?(?:updat(?:e|es|ing)|more)\b.{0,80}\b(?:this|the|our) (?:post|story|article|page|piece|report|blog)\b.{0,80}$/,
  /^(?:this (?:story|post|article|page) )?(?:will be|is being|to be) (?:continually |continuously |regularly )?updated\b.{0,120}$/,
  /^(?:last |this (?:story|post|article|page) (?:was|has been) )?(?:last )?updated\.?$/,
  /^(?:see|scroll|find|read|look|click|refresh|check)\b.{0,60}\b(?:updates?|correction)\b.{0,40}\b(?:below|above|bottom|end|here|top)\b/,
  /^(?:latest |see )?(?:updates?|correction|corrections|more)(?: is| are| appended| added| posted)? (?:below|above|appended|at (?:the )?(?:bottom|end|top|foot))\b.{0,40}$/,
  /^(?:diese seite|dieser artikel|dieser beitrag|dieser text) wird (?:laufend |ständig |fortlaufend )?aktualisiert/,
  /^(?:wir aktualisieren|mehr in kürze|weitere informationen (?:folgen|in kürze)|cet article (?:est|sera) (?:régulièrement )?(?:mis à jour|actualisé)|plus d'informations à (?:suivre|venir)|noticia en (?:desarrollo|ampliación)|(?:habrá|en breve) más información|seguirá ampliación)/,
];

/** Whether a line (as a block of its own) is the page's and not the story's. */
export function isFurniture(line: string): boolean {
  if (line.length > 600) return false;
  const text = plain(line).replace(/^[\s•|·>»*_[(-]+|[\s•|·>»*_\])]+$/g, '');
  if (text === '') return true;
  if (LABELS.test(text) || (text.length <= 220 && LINES.some((pattern) => pattern.test(text)))) return true;
  const all = sentences(line);
  return all.length <= 4 && all.every((sentence) => isHousekeeping(plain(sentence)));
}

function isHousekeeping(sentence: string): boolean {
  if (sentence.length > 320) return false;
  const text = sentence.replace(/^[\s*_[(-]+|[\s*_\])]+$/g, '');
  return SENTENCES.some((pattern) => pattern.test(text));
}
