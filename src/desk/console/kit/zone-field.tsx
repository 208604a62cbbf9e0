import { useId } from 'react';
import { cityOf } from '../../../domain/clocks/places.ts';
import { zoneNamed } from '../../../domain/clocks/zone-named.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** Every zone's name there is (IANA), as the browser knows them. */
const ZONES = Intl.supportedValuesOf('timeZone');

/** A time zone by its name or its city, completed while it is typed; what can mean one alone is taken for it on leaving. */
export function ZoneField({
  onText,
  ...rest
}: Omit<TextFieldProps, 'value'> & { value: string; onText: (text: string) => void }) {
  const list = useId();
  const take = (): void => {
    const zone = rest.readOnly || rest.disabled ? null : zoneNamed(rest.value);
    if (zone !== null && zone !== rest.value) onText(zone);
  };
  return (
    <>
      <TextField
        {...rest}
        onText={onText}
        onBlur={take}
        // What Enter sends, with any other key held, is the zone that was meant.
        onKeyDown={({ key }) => key === 'Enter' && take()}
        list={list}
        autoComplete="off"
        spellCheck={false}
        maxLength={64}
      />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone}>
            {cityOf(zone)}
          </option>
        ))}
      </datalist>
    </>
  );
}
