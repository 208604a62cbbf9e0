import { Onward } from '../../../kit/onward.tsx';
import { useWords } from '../../../words/words.tsx';
import { documentText } from '../../../../../render/document-text.ts';
import type { Draft, PublishAs } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { DraftActions } from './draft-actions.tsx';
import { Chip } from './chip.tsx';
import { Clamped } from './clamped.tsx';
import { standingsOf } from './entries.ts';
import { EntryFrame } from './entry.tsx';
import { RefusedHere } from './refused-here.tsx';
import { StandingBadges } from './standing-badges.tsx';

/** What is still to go out. */
export function DraftEntry({ draft, kept }: { draft: Draft; kept: boolean }) {
  const { say, sayNamed } = useWords();
  const why = draft.missed
    ? (sayNamed(`story.missed.${draft.missed}`) ?? sayNamed(`errors.${draft.missed}.what`))
    : null;
  const { story, now, open, opensWith, turn, go, nameOf, told } = useStoryDesk();
  const { content, updateId, kind, embargoUntil } = draft;
  const at = draft.publishAt ?? draft.filedAt ?? draft.createdAt;
  const standings = standingsOf({ kind: 'draft', id: draft.id, at, draft, kept }, now());
  const opens = story.state === 'unpublished';
  const scheduled = draft.status === 'scheduled';
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
          {scheduled && draft.publishHow && <Chip>{say(`story.how.${draft.publishHow.as}`)}</Chip>}
          {opens && opensWith.said.get(draft.id) && <Chip icon="send">{say('story.goesWithOpening')}</Chip>}
          {content.keyEvent && <Chip icon="flag">{say('story.keyEvent')}</Chip>}
          {standings.includes('embargoed') && embargoUntil && (
            <span className="entry-note">{say('story.notBefore', { time: told.stamp(embargoUntil) })}</span>
          )}
          {draft.at !== null && (
            <span className="entry-note">{say('story.written', { time: told.stamp(draft.at) })}</span>
          )}
          {draft.missed && <Chip icon="warning">{say('story.missed')}</Chip>}
          {why && <span className="entry-note">{why}</span>}
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
      <Clamped>
        <p className="entry-words entry-plain" dir="auto" lang={story.lang}>
          {beginningOf(documentText(content.body)) || say('story.noWordsYet')}
        </p>
      </Clamped>
      {scheduled && draft.publishHow?.as === 'correction' && <WillCorrect correction={draft.publishHow} />}
    </EntryFrame>
  );
}

/** What it will say was wrong, and what is right. */
function WillCorrect({
  correction: { was, is, note },
}: {
  correction: Extract<PublishAs, { as: 'correction' }>;
}) {
  return (
    <p className="entry-corrections">
      <span>
        <del dir="auto">{was}</del> <Onward /> <ins dir="auto">{is}</ins>
        {note && <span dir="auto"> {note}</span>}
      </span>
    </p>
  );
}

/** Characters of a draft's text in the stream: whoever wants more opens it. */
const LONGEST = 5000;

const beginningOf = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
