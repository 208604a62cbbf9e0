import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import './banner.css';

export type BannerKind = 'note' | 'warn' | 'bad' | 'good';
const ICONS: Record<BannerKind, IconName> = { note: 'info', warn: 'warning', bad: 'warning', good: 'check' };

/** Something to know before one goes on: a sentence, and what can be done about it. */
export function Banner({
  kind = 'note',
  icon = ICONS[kind],
  action,
  said = kind !== 'bad',
  children,
}: {
  kind?: BannerKind;
  icon?: IconName;
  action?: ReactNode;
  /** Whether screen readers are told of it otherwise, or need not be at once. */
  said?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`banner banner-${kind}`} role={said ? undefined : 'alert'}>
      <Icon name={icon} />
      <div className="banner-words">{children}</div>
      {action && <div className="banner-action">{action}</div>}
    </div>
  );
}
