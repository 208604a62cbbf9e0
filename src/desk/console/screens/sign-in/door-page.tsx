import { useEffect, type ReactNode } from 'react';
import { useSessionQuery } from '../../net/session.ts';
import './door-page.css';

/** A page before the desk: signing in, accepting an invitation. One sheet, under the newsroom's name. */
export function DoorPage({ title, children }: { title: string; children: ReactNode }) {
  const site = useSessionQuery().data?.site.name ?? '';
  useEffect(() => {
    document.title = site === '' ? title : `${title} · ${site}`;
  }, [title, site]);
  return (
    <main className="door">
      <p className="door-site">
        <span className="door-mark" aria-hidden="true" />
        {site}
      </p>
      <div className="door-sheet">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
