/** A date, with a time where there is one, with its offset where that is known: ISO 8601 in any of the three places' spellings. */
const MOMENT =
  /^(\d{4})[-:]?(\d\d)[-:]?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/;

/** As ISO 8601 without fractions; null where it is no moment of the calendar. */
export function moment(text: string | undefined): string | null {
  const [, year, month, day, hour, minute, second = '00', offset = ''] =
    MOMENT.exec(text?.trim() ?? '') ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month}-${day}`;
  if (!isDate(date)) return null;
  if (hour === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date;
  return `${date}T${hour}:${minute}:${second}${offset.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2')}`;
}

function isDate(date: string): boolean {
  try {
    return Temporal.PlainDate.from(date).year > 1825;
  } catch {
    return false;
  }
}
