import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawings.tsx';
import './empty-state.css';

/** Where there is nothing yet: a drawing, what would stand here, and how to begin. */
export function EmptyState({
  drawing,
  title,
  children,
  action,
}: {
  drawing: DrawingName;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Drawing name={drawing} />
      <h2>{title}</h2>
      {children && <div className="empty-words">{children}</div>}
      {action && <div className="empty-action">{action}</div>}
    </div>
  );
}
