import { ServerHtml } from '../../../kit/server-html.tsx';
import { Onward } from '../../../kit/onward.tsx';
import { useWords } from '../../../words/words.tsx';
import type { UpdateWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { Chip } from './chip.tsx';
import { Clamped } from './clamped.tsx';
import { standingsOf } from './entries.ts';
import { EntryFrame } from './entry.tsx';
import { StandingBadges } from './standing-badges.tsx';
import { UpdateActions } from './update-actions.tsx';

/** An update as readers have it, with what an editor can do to it. */
export function UpdateEntry({ update }: { update: UpdateWire }) {
  const { say } = useWords();
  const { story, now, may, told, acts } = useStoryDesk();
  const standings = standingsOf({ kind: 'update', id: update.id, at: update.at, update }, now());
  const retracted = update.status === 'retracted';
  return (
    <EntryFrame
      id={update.id}
      standings={standings}
      at={update.at}
      title={update.title ?? ''}
      by={<Hands update={update} />}
      badges={
        <>
          <StandingBadges standings={standings.slice(0, 1)} />
          {story.pinnedId === update.id && <Chip icon="pin">{say('story.pinned')}</Chip>}
          {update.keyEvent && <Chip icon="flag">{say('story.keyEvent')}</Chip>}
          {update.analysis && <Chip>{say('story.analysis')}</Chip>}
          {story.late.includes(update.id) && <Chip icon="warning">{say('story.late')}</Chip>}
          {update.writtenAt !== null && update.writtenAt !== update.at && (
            <span className="entry-note">{say('story.written', { time: told.stamp(update.writtenAt) })}</span>
          )}
          {update.editedAt && (
            <span className="entry-note">{say('story.editedAt', { time: told.stamp(update.editedAt) })}</span>
          )}
        </>
      }
      actions={<UpdateActions update={update} />}
      {...(!retracted && may('write-top') && { drag: update.id })}
      onOpen={() => {
        if (!retracted && may('edit-update')) void acts.edit(update);
      }}
    >
      {retracted ? (
        <p className="entry-reason">
          {say('story.retractedBecause', {
            time: told.stamp(update.retractedAt ?? update.at),
            reason: update.retractionReason ?? '',
          })}
        </p>
      ) : (
        <Clamped>
          <ServerHtml className="entry-words" html={update.html} lang={story.lang} />
        </Clamped>
      )}
      {update.corrections.length > 0 && !retracted && <Corrections update={update} />}
    </EntryFrame>
  );
}

/** Who wrote it and, where that is another, who published it. */
function Hands({ update: { author, writtenBy, publishedBy } }: { update: UpdateWire }) {
  const { say } = useWords();
  const writer = author ?? writtenBy;
  return (
    <>
      {writer !== null && say('story.by', { name: writer })}
      {publishedBy !== null && publishedBy !== writer && (
        <>
          {writer !== null && ' · '}
          {say('story.publishedBy', { name: publishedBy })}
        </>
      )}
    </>
  );
}

function Corrections({ update: { corrections } }: { update: UpdateWire }) {
  const { say } = useWords();
  const { told } = useStoryDesk();
  return (
    <ul className="entry-corrections">
      {corrections.map(({ id, at, was, is, note }) => (
        <li key={id}>
          <strong>{say('story.correctedAt', { time: told.stamp(at) })}</strong>{' '}
          {was !== null && (
            <>
              <del dir="auto">{was}</del> <Onward />{' '}
            </>
          )}
          <ins dir="auto">{is}</ins>
          {note !== null && <span dir="auto"> {note}</span>}
        </li>
      ))}
    </ul>
  );
}
