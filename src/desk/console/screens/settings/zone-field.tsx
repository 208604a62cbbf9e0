import { useId } from 'react';
import { TextField, type TextFieldProps } from '../../kit/text-field.tsx';

/** Every zone's name there is (IANA), as the browser knows them. */
const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by its name, completed while it is typed. */
export function ZoneField(props: TextFieldProps & { onText: (text: string) => void }) {
  const list = useId();
  return (
    <>
      <TextField {...props} list={list} autoComplete="off" spellCheck={false} maxLength={64} />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
