import { announcements } from './announcements.ts';
import { useListened } from './listened.ts';

/** The page's one place that screen readers listen to. Mounted once, with the first screen. */
export function LiveRegion() {
  const { polite, assertive } = useListened(announcements);
  return (
    <div className="visually-hidden">
      <div role="status" aria-live="polite">
        {polite}
      </div>
      <div role="alert" aria-live="assertive">
        {assertive}
      </div>
    </div>
  );
}
