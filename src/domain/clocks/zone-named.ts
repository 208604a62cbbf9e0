import { checkZone } from '../time.ts';
import { cityOf, zoneOfCity } from './places.ts';

/**
 * The one zone that somebody means who wrote this: its IANA name in any case, its city, or the beginning of either.
 * Null: none, or more than one.
 */
export function zoneNamed(text: string): string | null {
  const name = text.trim().toLowerCase();
  if (name === '') return null;
  const known = Intl.supportedValuesOf('timeZone');
  const exact =
    known.find((zone) => zone.toLowerCase() === name) ?? zoneOfCity(name) ?? checkZone(text.trim());
  if (exact !== null) return exact;
  if (name.length < 3) return null;
  const begun = known.filter((zone) =>
    [zone, cityOf(zone)].some((one) => one.toLowerCase().startsWith(name)),
  );
  return begun.length === 1 ? begun[0]! : null;
}
