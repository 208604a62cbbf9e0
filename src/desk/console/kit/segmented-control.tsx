import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import './segmented-control.css';

export type Segment<V extends string> = { value: V; label: ReactNode; count?: number };

/** One of a few that all can be seen; arrow keys go from one to the next, as in any group of radios. */
export function SegmentedControl<V extends string>({
  label,
  value,
  segments,
  onPick,
  className,
}: {
  label: string;
  value: V;
  segments: readonly Segment<V>[];
  onPick: (value: V) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={classes('segments', className)}>
      <legend className="visually-hidden">{label}</legend>
      {segments.map((segment) => (
        <label key={segment.value} className="segment">
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={segment.value === value}
            onChange={() => onPick(segment.value)}
          />
          <span>{segment.label}</span>
          {segment.count !== undefined && <span className="segment-count">{segment.count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
