/**
 * What lies open in the composer: always one draft, the others a key away. `fresh` is the id that the empty sheet will have
 * as soon as somebody types in it: until then there is no such draft anywhere.
 */
export type OpenDrafts = { fresh: string; open: string[]; current: string };

export type OpenDraftsAction =
  | { type: 'open'; id: string }
  /** The empty sheet. */
  | { type: 'compose' }
  /** Something was typed in the empty sheet: it is a draft now, and the next sheet has the id `next`. */
  | { type: 'begun'; next: string }
  /** It went out, was trashed, or is put away. */
  | { type: 'close'; id: string };

/** More than this many side by side nobody finds their way in; the longest untouched is put away. */
const MOST_OPEN = 8;

export const begin = (fresh: string, open: string | null = null): OpenDrafts => ({
  fresh,
  open: open === null ? [] : [open],
  current: open ?? fresh,
});

export const isFresh = ({ current, fresh }: OpenDrafts): boolean => current === fresh;

export function openDrafts(state: OpenDrafts, action: OpenDraftsAction): OpenDrafts {
  switch (action.type) {
    case 'open':
      if (action.id === state.fresh) return { ...state, current: state.fresh };
      return { ...state, open: withOne(state.open, action.id), current: action.id };
    case 'compose':
      return { ...state, current: state.fresh };
    case 'begun':
      return { fresh: action.next, open: withOne(state.open, state.fresh), current: state.fresh };
    case 'close': {
      const open = state.open.filter((id) => id !== action.id);
      return { ...state, open, current: state.current === action.id ? state.fresh : state.current };
    }
  }
}

const withOne = (open: string[], id: string): string[] =>
  open.includes(id) ? open : [...open, id].slice(-MOST_OPEN);
