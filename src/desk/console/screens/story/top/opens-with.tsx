import { useMemo } from 'react';
import { isOpen } from '../../../../../domain/desk/draft.ts';
import { documentText } from '../../../../../render/document-text.ts';
import type { Draft } from '../../../../shared/wire.ts';
import { Checkbox } from '../../../kit/checkbox.tsx';
import { useWords } from '../../../words/words.tsx';
import { useLine } from '../../../net/line.ts';
import { useStoryDesk } from '../story-desk.ts';

/** Drafted updates that go out with the story when it is opened. */
export type Beside = {
  drafts: Draft[];
  /** Ids, in the order they happened. */
  picked: string[];
  pick(id: string, on: boolean): void;
};

const hourOf = ({ at, filedAt, createdAt }: Draft): string => at ?? filedAt ?? createdAt;

/** Those with an hour of their own, as a pasted post has them, are picked from the first; the others are if somebody says so. */
export function useBeside(opens: boolean): Beside {
  const { story, opensWith } = useStoryDesk();
  // Of those that are on this device alone the newsroom hears in a moment, unless there is no network.
  const away = useLine() === 'trying';
  const drafts = useMemo(
    () =>
      opens
        ? story.drafts
            .filter(
              ({ kind, status, version }) => kind === 'update' && isOpen(status) && (away || version > 0),
            )
            .toSorted((a, b) => (hourOf(a) < hourOf(b) ? -1 : 1))
        : [],
    [opens, away, story.drafts],
  );
  const isPicked = ({ id, at }: Draft): boolean => opensWith.said.get(id) ?? at !== null;
  return {
    drafts,
    picked: drafts.filter(isPicked).map(({ id }) => id),
    pick: opensWith.pick,
  };
}

/** Which drafts are published with the story as it is opened, each as of its hour. */
export function OpensWith({ beside: { drafts, picked, pick } }: { beside: Beside }) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  if (drafts.length === 0) return null;
  return (
    <fieldset className="opens-with">
      <legend className="top-label">{say('top.opensWith')}</legend>
      <p className="field-hint">{say('top.opensWithSays')}</p>
      {drafts.map((draft) => (
        <Checkbox
          key={draft.id}
          label={
            <span lang={story.lang}>
              <strong>{draft.at === null ? say('top.asOfNow') : told.full(draft.at)}</strong>{' '}
              <bdi>{draft.content.title || firstWords(draft)}</bdi>
            </span>
          }
          checked={picked.includes(draft.id)}
          onSwitch={(on) => pick(draft.id, on)}
        />
      ))}
    </fieldset>
  );
}

const firstWords = ({ content }: Draft): string => documentText(content.body).slice(0, 90);
