import './progress.css';

/** How far something is, 0 to 1; null while nobody can tell. */
export function Progress({ label, done }: { label: string; done: number | null }) {
  return <progress className="progress" aria-label={label} max={1} {...(done !== null && { value: done })} />;
}
