import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawings.tsx';
import './empty-state.css';

/** Where there is nothing yet: a drawing, what would stand here, and how to begin. */
export function EmptyState({
  drawing,
  title,
  whole = false,
  children,
  action,
}: {
  drawing: DrawingName;
  title: string;
  /** Nothing else stands on the screen: its title is the screen's. */
  whole?: boolean;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Drawing name={drawing} />
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className="empty-words">{children}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
