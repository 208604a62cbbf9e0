import { useWords } from '../../../words/words.tsx';
import { documentText } from '../../../../../render/document-text.ts';
import type { Draft } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { DraftActions } from './draft-actions.tsx';
import { Chip } from './chip.tsx';
import { standingsOf } from './entries.ts';
import { EntryFrame } from './entry.tsx';
import { RefusedHere } from './refused-here.tsx';
import { StandingBadges } from './standing-badges.tsx';

/** What is still to go out. */
export function DraftEntry({ draft, kept }: { draft: Draft; kept: boolean }) {
  const { say } = useWords();
  const { story, now, open, turn, go, nameOf, told } = useStoryDesk();
  const { content, updateId, kind, embargoUntil } = draft;
  const at = draft.publishAt ?? draft.filedAt ?? draft.createdAt;
  const standings = standingsOf({ kind: 'draft', id: draft.id, at, draft, kept }, now());
  const over = kind === 'edit' ? story.updates.find(({ id }) => id === updateId) : undefined;
  return (
    <EntryFrame
      id={draft.id}
      standings={standings}
      at={at}
      title={content.title}
      by={say('story.by', { name: nameOf(draft.filedBy ?? draft.changedBy) })}
      current={open.current === draft.id}
      badges={
        <>
          <StandingBadges standings={standings} />
          {over && <Chip icon="edit">{say('story.editOf', { time: told.stamp(over.at) })}</Chip>}
          {content.keyEvent && <Chip icon="flag">{say('story.keyEvent')}</Chip>}
          {standings.includes('embargoed') && embargoUntil && (
            <span className="entry-note">{say('story.notBefore', { time: told.stamp(embargoUntil) })}</span>
          )}
          {draft.missed && <Chip icon="warning">{say('story.missed')}</Chip>}
          {draft.late && <Chip icon="warning">{say('story.late')}</Chip>}
        </>
      }
      actions={<DraftActions draft={draft} />}
      refused={<RefusedHere draft={draft} />}
      onOpen={() => {
        turn({ type: 'open', id: draft.id });
        go('write');
      }}
    >
      <p className="entry-words entry-plain" dir="auto" lang={story.lang}>
        {documentText(content.body).slice(0, LONGEST) || say('story.noWordsYet')}
      </p>
    </EntryFrame>
  );
}

/** Characters of a draft's text in the stream: enough to know it by. */
const LONGEST = 600;
