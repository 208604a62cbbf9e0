import { instantOf, type Instant } from '../domain/time.ts';

/** When the night ends: the sample lies in the past from here on. */
const ENDS = Temporal.PlainTime.from('04:10');

/** Reads wall clocks (`HH:MM`) of the last night that was over by `now`, in the given zone (IANA): evenings from noon on. */
export function nightClock(now: Instant, zone: string): (wall: string) => Instant {
  const here = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  const over = Temporal.PlainTime.compare(here.toPlainTime(), ENDS) >= 0;
  const morning = here.toPlainDate().subtract({ days: over ? 0 : 1 });
  return (wall) => {
    const plainTime = Temporal.PlainTime.from(wall);
    const day = plainTime.hour >= 12 ? morning.subtract({ days: 1 }) : morning;
    return instantOf(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
  };
}
