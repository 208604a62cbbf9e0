import { useId, useRef, type ReactNode } from 'react';
import { step } from './roving.ts';
import './tabs.css';

export type Tab<V extends string> = { value: V; label: ReactNode; count?: number };

/** One panel of several. The arrow keys go from tab to tab and show each at once. */
export function Tabs<V extends string>({
  label,
  value,
  tabs,
  onPick,
  children,
}: {
  label: string;
  value: V;
  tabs: readonly Tab<V>[];
  onPick: (value: V) => void;
  /** The panel of the tab that is picked. */
  children: ReactNode;
}) {
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  return (
    <div className="tabs">
      <div
        ref={row}
        role="tablist"
        aria-label={label}
        className="tabs-row"
        onKeyDown={(event) => {
          const next = step(event.key, [...(row.current?.querySelectorAll('button') ?? [])], 'horizontal');
          if (!next) return;
          event.preventDefault();
          next.focus();
          next.click();
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}${tab.value}`}
            className="tab"
            aria-selected={tab.value === value}
            aria-controls={`${id}panel`}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onPick(tab.value)}
          >
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <span className="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${value}`} className="tabs-panel">
        {children}
      </div>
    </div>
  );
}
