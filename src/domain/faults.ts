/**
 * What can be wrong with a field, by name, and its words for whoever has no catalogue; the desk says each in its own language
 * (`faults.*`). `{bound}` is what the rule is measured by: a length, a count, a size.
 */
const DETAILS = {
  missing: 'is missing',
  'unknown-field': 'is no field here',
  empty: 'must not be empty',
  'too-few': 'must have at least {bound}',
  'too-long': 'must be at most {bound} characters',
  'too-many': 'must have at most {bound} entries',
  'at-least': 'must be at least {bound}',
  'at-most': 'must be at most {bound}',
  'one-line': 'must be one line of 1 to {bound} characters without control characters',
  length: 'must be 1 to {bound} characters',
  instant: 'must be an instant with its offset (RFC 3339), such as 2019-02-28T05:05:00Z',
  ahead: 'must lie ahead',
  zone: 'must be the IANA name of a time zone, such as America/New_York',
  language: 'must be a language tag (BCP 47), such as en or pt-BR',
  link: 'must be an http, https or mailto address',
  'web-address': 'must be an http or https address',
  destination: 'must be a path of this site, such as /sections/city, or a web address',
  contact: 'must be a mail address or a web address',
  email: 'must be a mail address such as ada@example.org',
  slug: 'must be words of letters and digits joined by hyphens',
  'too-much-text': 'is longer than the {bound} characters that are taken',
  'too-deep': 'lies too deep',
  'too-many-nodes': 'is one node too many',
  wordless: 'an update needs a title or a body',
  'blank-page': 'a page needs a text',
  'unknown-picture': 'names no picture of this site',
  'picture-undescribed':
    'is missing: say what is to be seen for those who do not see it, here or at the picture itself',
  'description-stays': 'cannot be taken away again: a picture needs its alternative text wherever it stands',
  'crop-too-small': 'must be at least {bound} px on each side',
  'picture-damaged': 'the picture is cut off or damaged',
  'picture-format': 'is no picture of a kind that is taken',
  'picture-too-large': 'the picture is larger than {bound} MB',
  'picture-too-many-pixels': 'the picture has more than {bound} megapixels',
  'picture-too-many-frames': 'the animation has more than {bound} frames',
  'file-empty': 'is empty',
  'nothing-to-read': 'holds no text of a post',
  'not-of-story': 'names no update of this story',
  'rests-on-retracted': 'names an update that was retracted: rewrite the line',
  continued: 'the story goes on in another already',
  'before-embargo': 'is before its embargo ends',
  'shorter-embargo': 'is before the embargo it has: lift that one first',
  'after-schedule': 'is after the hour it is scheduled for',
  colour: 'must be a colour written #rrggbb',
  contrast: 'needs a contrast of {bound}:1 to be read (WCAG 2.2)',
  'unknown-colleague': 'names nobody of this newsroom',
  'password-short': 'must have {bound} characters or more: a few words that do not belong together are good',
  'password-long': 'must have {bound} characters or fewer',
  'password-guessed':
    'is one that is tried first: a name, a common password or a row of keys. Choose a few words that do not belong together',
  'password-asked': 'is asked for once more',
  'password-wrong': 'is not your password',
  'code-wrong': 'is not right',
  'no-second-factor': 'turn the second factor on first',
  'passkey-unusable': 'is no passkey for this site',
  'passkey-known': 'is known here already',
} as const;

export type FaultRule = keyof typeof DETAILS;

type Bounded = {
  [R in FaultRule]: (typeof DETAILS)[R] extends `${string}{bound}${string}` ? R : never;
}[FaultRule];

/** A rule that has no bound. */
export type PlainRule = Exclude<FaultRule, Bounded>;

export const FAULT_RULES = Object.keys(DETAILS) as FaultRule[];

/** A rule that was not kept: what it is called, its bound, and both in words. */
export type BrokenRule = { detail: string; rule: FaultRule; bound?: number };

/** `detail`: where more can be said of it than the rule knows. */
export function breaks(rule: Bounded, bound: number, detail?: string): BrokenRule;
export function breaks(rule: PlainRule, detail?: string): BrokenRule;
export function breaks(rule: FaultRule, ...more: (string | number | undefined)[]): BrokenRule {
  const bound = more.find((one) => typeof one === 'number');
  const detail = more.find((one) => typeof one === 'string') ?? DETAILS[rule];
  return bound === undefined
    ? { detail, rule }
    : { detail: detail.replace('{bound}', String(bound)), rule, bound };
}

/** What is wrong somewhere, by its rule; or in words alone, where nobody at the desk comes upon it. */
export type Wrong = BrokenRule | string;

/** In words, for whoever reads no rule. */
export const detailOf = (wrong: Wrong): string => (typeof wrong === 'string' ? wrong : wrong.detail);

/** The same at its place: `pointer` is a JSON pointer (RFC 6901) into what was sent. */
export const faultAt = (pointer: string, wrong: Wrong) => ({
  pointer,
  ...(typeof wrong === 'string' ? { detail: wrong } : wrong),
});
