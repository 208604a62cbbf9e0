import { useMemo, useState } from 'react';
import { useShortcut } from '../../../kit/use-shortcut.ts';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { proposeEdit, type EditProposal } from '../../../../../domain/what-changed.ts';
import type { Draft, DraftContent, PublishAs, UpdateWire } from '../../../../shared/wire.ts';
import { useContent } from '../compose/use-draft-fields.ts';
import { editAgainst } from '../compose/merge.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { CorrectionFields, useCorrection, type Correcting } from './correction-fields.tsx';
import { HowChoices } from './how-choices.tsx';

/** The draft of an edit as it is written, and what it is over. */
export type EditSeen = { doc: Parameters<typeof useContent>[0]; update: UpdateWire };

/** Null while it is being opened. */
export function useEdit(draft: Draft): EditSeen | null {
  const { story, me } = useStoryDesk();
  const used = useDraft(draft.id, me);
  const update = story.updates.find(({ id }) => id === draft.updateId);
  return used?.standing.loaded && update ? { doc: used.connection.doc, update } : null;
}

export type How = {
  as: PublishAs['as'];
  setAs(as: PublishAs['as']): void;
  proposal: EditProposal;
  correction: Correcting;
  changed: ReturnType<typeof editAgainst>[number] | undefined;
  /** As it goes out; null: something is still to be said of what was wrong. */
  decide(): PublishAs | null;
};

/** How an edit goes out; `begin`: what was chosen for it before. */
export function useHow({ doc, update }: EditSeen, begin: PublishAs['as'] | PublishAs | null): How {
  const { say } = useWords();
  const { may } = useStoryDesk();
  const content = useContent(doc);
  const proposal = useMemo(() => proposalFor(update, content), [update, content]);
  const before = typeof begin === 'string' ? begin : begin?.as;
  const [as, setAs] = useState<PublishAs['as']>(before ?? proposal.as);
  const correction = useCorrection(proposal, typeof begin === 'string' ? null : begin);
  const picks = { group: say('story.how.title'), inFields: false };
  useShortcut('s', () => setAs('small-edit'), { label: say('story.how.small-edit'), ...picks });
  useShortcut('e', () => setAs('edit'), { label: say('story.how.edit'), ...picks });
  useShortcut('c', () => may('correct-update') && setAs('correction'), {
    label: say('story.how.correction'),
    ...picks,
  });
  return {
    as,
    setAs,
    proposal,
    correction,
    changed: editAgainst(update, content).find(({ field }) => field === 'body'),
    decide: () => (as === 'correction' ? correction.decide() : { as }),
  };
}

export function HowFields({ how: { as, setAs, proposal, correction, changed } }: { how: How }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  return (
    <>
      <HowChoices as={as} proposed={proposal.as} onPick={setAs} />
      {as === 'correction' && <CorrectionFields of={correction} />}
      {changed?.field === 'body' && (
        <section className="how-diff" aria-label={say('story.how.changed')}>
          <WordDiff was={changed.theirs} is={changed.yours} lang={story.lang} />
        </section>
      )}
    </>
  );
}

const proposalFor = (update: UpdateWire, { title, body, author, analysis }: DraftContent) =>
  proposeEdit(
    { title: update.title, body: update.body, author: update.author, analysis: update.analysis },
    { title: title || null, body, author: author || null, analysis },
  );
