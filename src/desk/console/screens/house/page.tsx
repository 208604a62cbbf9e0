import type { ReactNode } from 'react';
import { classes } from '../../kit/classes.ts';
import './page.css';

/** A screen that is a page: its name, what can be done on the whole of it, and its parts. */
export function Page({
  title,
  intro,
  actions,
  wide = false,
  children,
}: {
  title: string;
  intro?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes('page', wide && 'page-wide')}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {intro && <p className="page-intro">{intro}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A part of a page: what it is about beside what can be done. */
export function Panel({
  title,
  hint,
  actions,
  children,
  foot,
}: {
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{title}</h2>
        {hint && <p>{hint}</p>}
        {actions && <div className="panel-actions">{actions}</div>}
      </header>
      <div className="panel-body">
        {children}
        {foot && <footer className="panel-foot">{foot}</footer>}
      </div>
    </section>
  );
}

/** Lines of a list: what it is, what more there is to know, what can be done with it. */
export function Lines({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="lines" aria-label={label}>
      {children}
    </ul>
  );
}

export function Line({
  lead,
  title,
  more,
  end,
  faded = false,
}: {
  /** A picture or mark before it. */
  lead?: ReactNode;
  title: ReactNode;
  more?: ReactNode;
  end?: ReactNode;
  faded?: boolean;
}) {
  return (
    <li className={classes('line', faded && 'line-faded')}>
      {lead}
      <div className="line-words">
        <div className="line-title">{title}</div>
        {more && <div className="line-more">{more}</div>}
      </div>
      {end && <div className="line-end">{end}</div>}
    </li>
  );
}
