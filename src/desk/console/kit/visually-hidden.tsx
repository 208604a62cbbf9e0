import type { ReactNode } from 'react';

/** For screen readers alone; the class stands in `base.css`. */
export const VisuallyHidden = ({ children }: { children: ReactNode }) => (
  <span className="visually-hidden">{children}</span>
);
