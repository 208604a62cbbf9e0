import type { FieldError } from '../../../../../domain/errors.ts';
import type { Instant } from '../../../../../domain/time.ts';
import type { Sentence } from '../../../words/english.ts';
import type { Speech } from '../../../words/words.tsx';
import { partAt, type Refused } from '../net/refused.ts';
import type { Told } from '../time/told.ts';

const PARTS: Partial<Record<string, Sentence>> = {
  title: 'composer.title',
  body: 'composer.body',
  author: 'composer.author',
  dek: 'top.dek',
  byline: 'top.byline',
  credit: 'top.credit',
  photo: 'top.photoAlt',
  summary: 'top.soFar',
  section: 'top.section',
  lang: 'top.lang',
  zone: 'top.zone',
  placeZone: 'top.placeZone',
};

/** Why a draft was not sent, and what to do, in one line: where it was pressed, on its sheet, and for screen readers. */
export function refusalLine({ say }: Speech, told: Told, now: Instant, refused: Refused): string {
  /** With the name of its part: where it was pressed that is not in sight. */
  const faultTold = ({ pointer, detail }: FieldError): string => {
    const part = PARTS[partAt(pointer).split('/')[0] ?? ''];
    return part ? `${say(part)}: ${detail}` : detail;
  };
  switch (refused.name) {
    case 'embargoed': {
      const { until } = refused;
      const place = told.place(until);
      return say(place === null ? 'composer.embargoed' : 'composer.embargoedPlace', {
        until: told.stamp(until),
        // This page may not have heard yet how late it is: the server knew when it refused.
        now: told.stamp(now > refused.now ? now : refused.now),
        place: place ?? '',
      });
    }
    case 'draft-moved': {
      const { draft, by } = refused.moved;
      const at = draft?.publishedAt ?? draft?.trashedAt ?? draft?.changedAt ?? null;
      return say(`composer.moved.${draft?.status ?? 'trashed'}`, {
        who: by ?? say('story.somebody'),
        time: at === null ? '' : told.stamp(at),
      });
    }
    case 'stale-version':
      return say('composer.stale');
    case 'pictures':
      return [
        refused.underWay > 0 && say('composer.picturesUnderWay', { n: refused.underWay }),
        refused.failed > 0 && say('composer.picturesFailed', { n: refused.failed }),
      ]
        .filter(Boolean)
        .join(' ');
    case 'invalid':
      return [`${say('errors.invalid.what')}.`, ...refused.errors.map(faultTold)].join(' ');
    default:
      return refused.detail;
  }
}
