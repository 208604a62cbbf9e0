import { useEffect, useId, useRef, useState } from 'react';
import type { ImageAttributes } from '../../../../domain/document.ts';
import type { MediaWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';
import { PlainField } from '../statement/plain-field.tsx';
import { TextField } from './text-field.tsx';

type Props = {
  attrs: ImageAttributes;
  media: MediaWire | null;
  onChange(patch: Partial<ImageAttributes>): void;
  onSkip(reason: string | null): void;
  onDone(): void;
};

/** The words of a picture. Each letter is in the draft at once. */
export function PictureFields({ attrs, media, onChange, onSkip, onDone }: Props) {
  const { say } = useWords();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const [isSkipping, setSkipping] = useState(false);
  const skipped = media?.altSkipped ?? null;
  const set = (field: 'alt' | 'caption' | 'credit') => (value: string) =>
    onChange({ [field]: value.trim() === '' ? null : value });
  useEffect(() => {
    // After a drop the hands are on the picture; while somebody writes, nothing takes their place from them.
    if (document.activeElement?.closest('.body-editor') === null) first.current?.focus();
  }, []);

  return (
    <div className="picture-fields editor-form">
      <TextField
        label={say('editor.alt')}
        hint={say('editor.altFor')}
        value={attrs.alt ?? ''}
        disabled={skipped !== null || isSkipping}
        required
        inputRef={first}
        onChange={set('alt')}
      />
      <div className="alt-skip">
        <label className="check">
          <input
            type="checkbox"
            checked={skipped !== null || isSkipping}
            disabled={attrs.alt !== null}
            onChange={({ target }) => {
              setSkipping(target.checked);
              if (!target.checked) onSkip(null);
            }}
          />
          {say('editor.altSkip')}
        </label>
        {(isSkipping || skipped !== null) && (
          <PlainField
            label={say('editor.altSkipWhy')}
            hint={say('editor.altSkipHint')}
            value={skipped ?? ''}
            onChange={() => undefined}
            onSettled={(why) => onSkip(why === '' ? null : why)}
            onDone={onDone}
          />
        )}
      </div>
      <TextField label={say('editor.caption')} value={attrs.caption ?? ''} onChange={set('caption')} />
      <PlainField
        label={say('editor.credit')}
        value={attrs.credit ?? ''}
        onChange={set('credit')}
        onDone={onDone}
      />
      <p id={id} className="field-hint">
        {media?.offered.credit && say('editor.creditRead')}
      </p>
      <Button small onClick={onDone}>
        {say('editor.backToText')}
      </Button>
    </div>
  );
}
