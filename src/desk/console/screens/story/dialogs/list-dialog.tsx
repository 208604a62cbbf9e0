import type { ReactNode } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { ErrorView } from '../../../kit/error-view.tsx';
import { Spinner } from '../../../kit/spinner.tsx';
import { useWords } from '../../../words/words.tsx';
import './dialogs.css';

type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown };

type Props<T> = {
  title: string;
  size?: 'small' | 'medium' | 'large';
  asked: Asked<T>;
  onClose: () => void;
  children: (found: T) => ReactNode;
};

/** Something to look at over the screen: what is on its way and what went wrong are told in its place. */
export function ListDialog<T>({ title, size, asked, onClose, children }: Props<T>) {
  const { say } = useWords();
  return (
    <Dialog title={title} onClose={onClose} {...(size && { size })}>
      {asked.data !== undefined ? (
        children(asked.data)
      ) : asked.error ? (
        <ErrorView problem={asked.error} onRetry={() => void asked.refetch()} />
      ) : (
        <Spinner label={say('kit.loading')} />
      )}
    </Dialog>
  );
}
