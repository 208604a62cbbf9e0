import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

type Props = { children: ReactNode; instead: ReactNode };

/** Where what is within breaks while it is drawn, something else stands in its place, and all round it goes on. */
export class Unbroken extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true });
  override render(): ReactNode {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}

/** One line of a list, which stands for itself alone. */
export function UnbrokenLine({ children }: { children: ReactNode }) {
  return <Unbroken instead={<BrokenLine />}>{children}</Unbroken>;
}

function BrokenLine() {
  const { say } = useWords();
  return (
    <li>
      <p>{say('errors.screen')}</p>
    </li>
  );
}
