import { Kbd } from '../../../kit/kbd.tsx';
import { useWords } from '../../../words/words.tsx';
import type { PublishAs } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';

const WAYS = [
  { as: 'small-edit', keys: 's' },
  { as: 'edit', keys: 'e' },
  { as: 'correction', keys: 'c' },
] as const;

type Props = { as: PublishAs['as']; proposed: PublishAs['as']; onPick: (as: PublishAs['as']) => void };

/** The three ways an edit goes out, each with what readers will see of it. */
export function HowChoices({ as, proposed, onPick }: Props) {
  const { say } = useWords();
  const { may } = useStoryDesk();
  return (
    <fieldset className="how-choices">
      <legend className="visually-hidden">{say('story.how.title')}</legend>
      {WAYS.map((way) => (
        <label key={way.as} className="how-choice">
          <input
            type="radio"
            name="how"
            value={way.as}
            checked={as === way.as}
            disabled={way.as === 'correction' && !may('correct-update')}
            onChange={() => onPick(way.as)}
          />
          <span className="how-words">
            <strong>{say(`story.how.${way.as}`)}</strong>
            <span>{say(`story.how.${way.as}Says`)}</span>
            {way.as === proposed && way.as === 'correction' && (
              <span className="how-proposed">{say('story.how.proposed')}</span>
            )}
          </span>
          <Kbd keys={way.keys} />
        </label>
      ))}
    </fieldset>
  );
}
