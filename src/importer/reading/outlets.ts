/** Houses that carry what people say, as posts name them. */
const KNOWN =
  /\b(?:CNN|BBC(?: News| Radio \d| World Service| Breakfast| Newsnight)?|NBC(?: News)?|ABC(?: News)?|CBS(?: News)?|CBC(?: News)?|CTV(?: News)?|MSNBC|CNBC|NPR|PBS(?: NewsHour)?|ITV(?: News)?|ESPN|TMZ|C-SPAN|(?:the )?Associated Press|AP|Agence France-Presse|AFP|UPI|Reuters|Bloomberg(?: News)?|Xinhua|TASS|Interfax|DPA|dpa|ANSA|EFE|Kyodo(?: News)?|Yonhap|Al[- ]Jazeera(?: English)?|Sky News|Fox News(?: Sunday| Channel| Latino)?|Politico|Axios|BuzzFeed(?: News)?|Buzzfeed|HuffPost|Huffington Post|Mashable|Slate|Vox|Gawker|Gizmodo|Vice(?: News)?|TechCrunch|Wired|Newsweek|TIME(?: magazine)?|Time magazine|People magazine|Vanity Fair|Rolling Stone|Business Insider|USA Today|Le Monde|Le Figaro|Der Spiegel|Die Zeit|Bild|El País|La Repubblica|Haaretz|Twitter|Facebook|Instagram|YouTube|Reddit|Snapchat|TikTok|Weibo|Telegram|WhatsApp|Tumblr|LinkedIn|Periscope)\b/u;
const SHAPED =
  /\b(?:[Tt]he )?(?:\p{Lu}[\p{L}'’.-]+ ){1,4}(?:Times|Post|News|Herald|Journal|Tribune|Gazette|Chronicle|Globe|Telegraph|Guardian|Independent|Observer|Mirror|Mail|Express|Star|Sun|Standard|Press|Magazine|Radio|TV|Television|Inquirer|Examiner|Sentinel|Courier|Dispatch|Enquirer|Register|Bee|Monitor|Beast|Today|Agency|Record|Argus|Echo|Insider|Verge|Intercept|Hill|Atlantic|Economist|Sports)\b(?: News)?(?! (?:Secretary|Office|Officer|Corps|Conference|Club|Service|Briefing|Gallery|Association|Council|Force|Department|Hotel|Park))/u;
const SINGLE =
  /\b[Tt]he (?:Guardian|Independent|Telegraph|Times|Post|Journal|Mirror|Sun|Observer|Atlantic|Economist|Verge|Intercept|Hill|Globe|Tribune|Herald|Star|Province|Onion)\b|\b[Tt]he New Yorker\b/u;
const GENERIC =
  /\b(?:the|that) (?:news)?(?:paper|network|station|outlet|agency|magazine|site|website|broadcaster|channel|publication|newswire|tabloid|daily)\b/iu;
const TWEETED = /\btweet(?:s|ed|ing)?\b|\bTwitter (?:feed|account|page)\b/u;

const LONG_FORMS: Readonly<Record<string, RegExp>> = {
  AP: /Associated Press/,
  AFP: /Agence France-Presse/,
};

/** "told WSKR", "in an interview with the Record": what is told to in capitals, when it is no body of state. */
const TOLD =
  /\b(?:told|tells|telling|interview with|speaking (?:to|with)|spoke (?:to|with)|(?:remarks|comments|statement|e-?mail|interview) to|published (?:in|by)) (the \p{Lu}[\p{L}\p{N}.&’'-]*(?: \p{Lu}[\p{L}\p{N}.&’'-]*){0,3}|\p{Lu}{3,6}\d?(?: (?:News|Sports|Radio|TV|\d+))?|\p{Lu}\w+ (?:Sports|Radio|TV|Television))(?![\p{L}-])/u;
const BODIES =
  /\b(?:Police|Senate|House|Congress|Parliament|Council|Court|Commission|Committee|Board|Assembly|Pope|President|Prime|Queen|King|FBI|CIA|NASA|UN|EU|United|White|State|Department|Ministry|Army|Navy|Union|Nations|Pentagon|Kremlin|NATO)\b/u;

/** The outlet a stretch of narration names: the first that a speaker may have spoken to or through, or null. */
export function outletIn(text: string): string | null {
  const found = [SHAPED, KNOWN, SINGLE]
    .map((pattern) => pattern.exec(text))
    .filter((match) => match !== null)
    .toSorted((one, two) => one.index - two.index || two[0].length - one[0].length)[0];
  if (found) return found[0].trim();
  const told = TOLD.exec(text)?.[1];
  if (told !== undefined && !BODIES.test(told)) return told.replace(/[.’'&-]+$/, '');
  return TWEETED.test(text) ? 'Twitter' : null;
}

/** Whether a phrase is an outlet and nothing else. */
export function isOutlet(phrase: string): boolean {
  const text = phrase.trim();
  return [SHAPED, KNOWN, SINGLE].some(
    (pattern) =>
      pattern.exec(text)?.[0].length === text.length ||
      pattern.exec(`the ${text}`)?.[0].length === text.length + 4,
  );
}

/** "told the newspaper": an outlet named before. */
export function namesOutletAgain(text: string): boolean {
  return GENERIC.test(text);
}

/** A short form written out as the story has it elsewhere ("AP" → "The Associated Press"). */
export function longForm(outlet: string, story: string): string {
  const form = Object.hasOwn(LONG_FORMS, outlet) ? LONG_FORMS[outlet] : undefined;
  const found = form ? (form.exec(story)?.[0] ?? null) : null;
  return found ?? outlet;
}

/** Whether the sentence reports through the outlet it names ("told CNN", "according to the BBC") and not merely names it. */
export function reportsThrough(text: string): boolean {
  return /\b(?:according to|told|tells?|telling|reported|reports?|relays?|interview(?:ed)?|said|says|writes|wrote|spoke (?:to|with))\b/i.test(
    text,
  );
}
