import type { Refusal } from '../domain/errors.ts';
import { Refused } from './exits.ts';

/** A command's refusal in a sentence; throws it. */
export function refuse(refusal: Refusal): never {
  throw new Refused(sentenceOf(refusal));
}

function sentenceOf(refusal: Refusal): string {
  switch (refusal.type) {
    case 'unknown-story':
      return `There is no story at the address ${refusal.slug}.`;
    case 'unknown-page':
      return `There is no page at the address ${refusal.slug}.`;
    case 'unknown-update':
      return `There is no update ${refusal.id}.`;
    case 'unknown-media':
      return 'There is no picture of this id here.';
    case 'story-ended':
      return 'The story has ended.';
    case 'not-the-sample':
      return 'A story that was published stays: the sample alone can be discarded.';
    case 'update-retracted':
      return `The update ${refusal.id} was retracted.`;
    case 'stale-version':
      return `It was changed meanwhile: it has version ${refusal.current} now.`;
    case 'slug-taken':
      return `The address ${refusal.slug} is taken.`;
    case 'invalid':
      return `It cannot be kept: ${refusal.errors.map(({ pointer, detail }) => `${pointer.slice(1)} ${detail}`.trim()).join('; ')}.`;
    case 'unknown-draft':
      return 'There is no draft of this id here.';
    case 'draft-moved':
      return 'The draft was changed meanwhile.';
    case 'embargoed':
      return `It is embargoed until ${refusal.until}; it is ${refusal.now} now.`;
    case 'four-eyes':
      return 'Whoever filed it cannot publish it too.';
    case 'unknown-person':
      return 'Nobody of this id works here.';
    case 'unknown-token':
      return 'There is no token of this id in force.';
    case 'link-spent':
      return 'The link opens no more.';
    case 'email-taken':
      return `Somebody with the address ${refusal.email} is recorded already.`;
    case 'last-admin':
      return 'Nobody would be left to manage people: make somebody else an admin first.';
    case 'busy':
      return 'The newsroom is busy: try again in a moment.';
  }
}
