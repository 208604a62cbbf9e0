import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../../kit/icons.tsx';

/** Something that is true of an entry besides where it stands. */
export const Chip = ({ icon, children }: { icon?: IconName; children: ReactNode }) => (
  <span className="chip">
    {icon && <Icon name={icon} />}
    {children}
  </span>
);
