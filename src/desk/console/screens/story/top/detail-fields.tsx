import { useId } from 'react';
import type * as Y from 'yjs';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { useChosen } from '../compose/use-draft-fields.ts';
import { faultOf, type Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { ZoneField } from '../../../kit/zone-field.tsx';

type Props = { doc: Y.Doc; disabled: boolean; refused: Refused | null; opens: boolean };

/** Who stands over the story, and, while it is still to be opened, where and in which language it is. */
export function DetailFields({ doc, disabled, refused, opens }: Props) {
  const { say } = useWords();
  const { authors } = useStoryDesk();
  const [byline, setByline] = useChosen(doc, 'byline');
  const [credit, setCredit] = useChosen(doc, 'credit');
  const list = useId();
  return (
    <details className="top-details" open={opens}>
      <summary>{say('top.details')}</summary>
      <div className="top-fields">
        <TextField
          className="top-byline"
          label={say('top.byline')}
          hint={say('top.bylineHint')}
          defaultValue={byline.join(', ')}
          key={byline.join(', ')}
          readOnly={disabled}
          list={list}
          error={faultOf(refused, 'byline')}
          onBlur={({ currentTarget: { value } }) => {
            const names = value
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean);
            if (names.join(', ') !== byline.join(', ')) setByline(names);
          }}
        />
        <datalist id={list}>
          {authors.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <TextField
          className="top-credit"
          label={say('top.credit')}
          value={credit}
          onText={setCredit}
          readOnly={disabled}
          error={faultOf(refused, 'credit')}
        />
        {opens && <OpeningFields doc={doc} disabled={disabled} refused={refused} />}
      </div>
    </details>
  );
}

function OpeningFields({ doc, disabled, refused }: Omit<Props, 'opens'>) {
  const { say } = useWords();
  const [section, setSection] = useChosen(doc, 'section');
  const [zone, setZone] = useChosen(doc, 'zone');
  const [placeZone, setPlaceZone] = useChosen(doc, 'placeZone');
  const [lang, setLang] = useChosen(doc, 'lang');
  return (
    <>
      <TextField
        className="top-section"
        label={say('top.section')}
        value={section}
        onText={setSection}
        readOnly={disabled}
        error={faultOf(refused, 'section')}
      />
      <TextField
        className="top-lang"
        label={say('top.lang')}
        hint={say('top.langHint')}
        value={lang}
        onText={setLang}
        readOnly={disabled}
        error={faultOf(refused, 'lang')}
      />
      <ZoneField
        label={say('top.zone')}
        value={zone}
        onText={setZone}
        className="top-zone"
        readOnly={disabled}
        required
        error={faultOf(refused, 'zone')}
      />
      <ZoneField
        label={say('top.placeZone')}
        hint={say('top.placeZoneHint')}
        value={placeZone}
        onText={setPlaceZone}
        className="top-place-zone"
        readOnly={disabled}
        error={faultOf(refused, 'placeZone')}
      />
    </>
  );
}
