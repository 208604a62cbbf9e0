import { useId } from 'react';
import { TextField } from '../../../kit/text-field.tsx';

type Props = {
  label: string;
  hint?: string;
  value: string;
  onPick: (zone: string) => void;
  disabled?: boolean;
  error?: string | null;
  optional?: boolean;
};

const ZONES = Intl.supportedValuesOf('timeZone');

/** A zone by its IANA name, completed while one types. */
export function ZoneField({ label, hint, value, onPick, disabled = false, error, optional = false }: Props) {
  const list = useId();
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        error={error}
        value={value}
        onText={onPick}
        readOnly={disabled}
        required={!optional}
        list={list}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
