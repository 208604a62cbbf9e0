import type { FieldError } from '../../../../../domain/errors.ts';
import type { Instant } from '../../../../../domain/time.ts';
import type { DraftMovedWire } from '../../../../shared/wire.ts';

/** Why the newsroom did not do what was asked, as far as the screen can lead on from there. */
export type Refused =
  /** It may not go out before `until`; `now`: the newsroom's clock when it said so. */
  | { name: 'embargoed'; until: Instant; now: Instant; detail: string }
  /** Somebody did something else with it meanwhile. */
  | { name: 'draft-moved'; moved: DraftMovedWire; detail: string }
  /** What is published moved past what this was begun from. */
  | { name: 'stale-version'; current: number; detail: string }
  /** Pictures that were given to it are still on their way here, or could not be taken in. */
  | { name: 'pictures'; underWay: number; failed: number; detail: string }
  /** Of each fault the detail is a sentence of the desk's. */
  | { name: 'invalid'; errors: FieldError[]; detail: string }
  | { name: 'four-eyes' | 'not-allowed' | 'story-ended' | 'offline'; detail: string }
  /** `type`: what the newsroom calls it. */
  | { name: 'other'; type: string; detail: string };

/** A problem as it came (RFC 9457 with our members). */
export type Told = {
  name: string;
  detail: string;
  errors?: FieldError[] | undefined;
  current?: number | undefined;
  until?: Instant | undefined;
  now?: Instant | undefined;
  moved?: DraftMovedWire | undefined;
};

/** Reads a problem; one that lacks what its name promises is shown as its sentence. */
export function refusedOf(told: Told): Refused {
  const { name, detail, errors, current, until, now, moved } = told;
  if (name === 'embargoed' && until !== undefined && now !== undefined) return { name, until, now, detail };
  if (name === 'draft-moved') return { name, moved: moved ?? { draft: null, by: null }, detail };
  if (name === 'stale-version') return { name, current: current ?? 0, detail };
  if (name === 'invalid' && errors !== undefined && errors.length > 0) return { name, errors, detail };
  if (name === 'four-eyes' || name === 'not-allowed' || name === 'story-ended' || name === 'offline')
    return { name, detail };
  return { name: 'other', type: name, detail };
}

/** The part of a draft that a pointer leads to: `/body/content/2` → `body`, `/summary/1/text` → `summary/1`. */
export function partAt(pointer: string): string {
  const [first = '', second = ''] = pointer.split('/').slice(1);
  return first === 'summary' && second !== '' ? `summary/${second}` : first;
}

/** The first sentence said of a part, or null. */
export const faultOf = (refused: Refused | null | undefined, part: string): string | null =>
  refused?.name === 'invalid'
    ? (refused.errors.find(({ pointer }) => partAt(pointer) === part)?.detail ?? null)
    : null;
