import * as Y from 'yjs';
import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Instant } from '../../../../../domain/time.ts';
import { partsOf } from '../../../../shared/draft-doc.ts';
import { useStoryDesk } from '../story-desk.ts';

type Props = { doc: Y.Doc; at: Instant; editable: boolean };

/**
 * When it was written, where it was pasted from a post that says so. In a live story it stands at the hour it goes out: whoever
 * wants readers to know the other puts it in the text.
 */
export function WrittenAt({ doc, at, editable }: Props) {
  const { say } = useWords();
  const { told, story } = useStoryDesk();
  // A story that is still to be opened tells it at its own hour.
  if (story.state === 'unpublished')
    return <p className="written-at">{say('story.written', { time: told.full(at) })}</p>;
  const first = firstWords(doc);
  return (
    <p className="written-at">
      <span>{say('composer.writtenAt', { time: told.full(at) })}</span>
      {editable && first && (
        <Button small kind="quiet" icon="clock" onClick={() => first.insert(0, `${told.full(at)}: `)}>
          {say('composer.writtenIntoText')}
        </Button>
      )}
    </p>
  );
}

/** Where the words of its first paragraph lie. */
function firstWords(doc: Y.Doc): Y.XmlText | null {
  const block: unknown = partsOf(doc).body.toArray()[0];
  if (!(block instanceof Y.XmlElement) || block.nodeName !== 'paragraph') return null;
  const words: unknown = block.toArray()[0];
  return words instanceof Y.XmlText ? words : null;
}
