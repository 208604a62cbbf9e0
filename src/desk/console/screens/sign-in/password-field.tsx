import { useState } from 'react';
import { IconButton } from '../../kit/icon-button.tsx';
import { TextField, type TextFieldProps } from '../../kit/text-field.tsx';
import { useWords } from '../../words/words.tsx';

/** A password, which can be looked at while it is typed. */
export function PasswordField(
  props: Omit<TextFieldProps, 'type' | 'end'> & { onText: (text: string) => void },
) {
  const { say } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      end={
        <IconButton
          icon="eye"
          small
          label={say('sign-in.showPassword')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
