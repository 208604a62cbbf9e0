import { Fields } from './fields.ts';
import { readDetails, type DetailsInput } from './top-fields.ts';
import { happens, type Verb } from './verb.ts';

/** Changes what a story is filed under: language, newsroom zone, place zone, section. */
export function changeDetails(input: DetailsInput): Verb {
  return ({ story }) => {
    const { lang, zone, placeZone, section } = story;
    const fields = new Fields();
    const details = readDetails(fields, { lang, zone, placeZone, section }, input);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const changed =
      details.lang !== lang ||
      details.zone !== zone ||
      details.placeZone !== placeZone ||
      details.section !== section;
    return changed ? happens({ kind: 'details', ...details }) : happens();
  };
}
