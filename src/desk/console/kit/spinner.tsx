import './spinner.css';

/** Something is under way. Alone it says so; beside words it is a picture (leave `label` out). */
export function Spinner({ label }: { label?: string }) {
  return (
    <span className="spinner" role={label ? 'status' : undefined}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        <circle className="spinner-track" cx="10" cy="10" r="7.5" />
        <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
      </svg>
      {label && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
