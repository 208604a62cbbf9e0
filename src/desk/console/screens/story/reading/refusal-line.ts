import type { Instant } from '../../../../../domain/time.ts';
import type { Speech } from '../../../words/words.tsx';
import type { Refused } from '../net/refused.ts';
import type { Told } from '../time/told.ts';

const upper = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** Why a draft was not sent, and what to do, in one line: where it was pressed, on its sheet, and for screen readers. */
export function refusalLine({ say }: Speech, told: Told, now: Instant, refused: Refused): string {
  switch (refused.name) {
    case 'embargoed': {
      const { until } = refused;
      const place = told.place(until);
      return say(place === null ? 'composer.embargoed' : 'composer.embargoedPlace', {
        until: told.stamp(until),
        now: told.stamp(now),
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
    case 'invalid':
      return [
        `${say('errors.invalid.what')}:`,
        ...refused.errors.map(({ detail }) => `${upper(detail)}.`),
      ].join(' ');
    default:
      return refused.detail;
  }
}
