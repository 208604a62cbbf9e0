import { breaks, faultAt } from '../domain/faults.ts';
import { isSlug } from '../domain/slug.ts';
import { happens, type Verb } from './verb.ts';

/** Gives a story another address; every former one redirects to it for ever, and can be taken back by this story alone. */
export function changeSlug(given: string): Verb {
  // One spelling of one address: browsers send what was typed in either form.
  const slug = given.normalize('NFC');
  return ({ story }) => {
    if (!isSlug(slug)) {
      const detail =
        'must be lower-case letters and digits in words joined by hyphens, at most 80 characters';
      return { type: 'invalid', errors: [faultAt('/slug', breaks('slug', detail))] };
    }
    return slug === story.slug ? happens() : happens({ kind: 'slug', slug });
  };
}
