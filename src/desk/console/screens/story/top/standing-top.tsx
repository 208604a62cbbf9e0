import type { Top } from '../../../../../domain/story.ts';
import { documentText } from '../../../../../render/document-text.ts';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { PhotoView } from './photo-view.tsx';

/** The top as readers have it. */
export function StandingTop({ top }: { top: Top }) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  const { headline, dek, lead, byline, credit, photo, summary } = top;
  return (
    <div className="standing-top" lang={story.lang}>
      <p className="top-headline-stands" dir="auto">
        {headline}
      </p>
      {dek && (
        <p className="top-dek-stands" dir="auto">
          {dek}
        </p>
      )}
      {story.topWrittenAt && (
        <p className="top-written">{say('top.written', { time: told.stamp(story.topWrittenAt) })}</p>
      )}
      {photo && <PhotoView photo={photo} />}
      <p className="top-lead-stands" dir="auto">
        {documentText(lead)}
      </p>
      {summary.length > 0 && <StandingSummary summary={summary} />}
      <p className="top-small">{[byline.join(', '), credit].filter(Boolean).join(' · ')}</p>
    </div>
  );
}

function StandingSummary({ summary }: { summary: Top['summary'] }) {
  const { say } = useWords();
  const { story, told } = useStoryDesk();
  return (
    <section aria-labelledby="so-far-stands">
      <h3 id="so-far-stands" className="top-label">
        {say('top.soFar')}
      </h3>
      <ul className="so-far-stands">
        {summary.map(({ text, updateId }, at) => {
          const update = story.updates.find(({ id }) => id === updateId);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- lines have no name of their own
            <li key={at} className={update?.status === 'retracted' ? 'so-far-orphan' : undefined}>
              <span dir="auto">{text}</span>
              {update && (
                <span className="so-far-time">
                  {update.status === 'retracted' ? say('top.restsOnRetracted') : told.stamp(update.at)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
