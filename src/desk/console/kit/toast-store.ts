import { announce } from './announcements.ts';
import { listened } from './listened.ts';

export type Toast = {
  id: number;
  text: string;
  kind: 'done' | 'problem';
  /** Takes back what was done. */
  undo?: (() => void) | undefined;
  /** Where one goes on from what was done. */
  ways?: readonly Onward[] | undefined;
};

/** A page, which opens beside this one, or a deed here. */
export type Onward = { label: string } & ({ href: string } | { onPick: () => void });

/** How long one stands, ms: longer where something can be done about it; one that tells a problem stays until it is closed. */
const STANDS = { plain: 5000, acted: 10_000 };

const toasts = listened<readonly Toast[]>([]);
let last = 0;

export const toastStore = {
  ...toasts,
  show(
    text: string,
    { undo, ways, kind = 'done' }: Partial<Pick<Toast, 'undo' | 'ways' | 'kind'>> = {},
  ): () => void {
    last += 1;
    const toast: Toast = { id: last, text, kind, undo, ways };
    // Three at most: what came before has been read, or was not worth it.
    toasts.set([...toasts.get(), toast].slice(-3));
    announce(text, kind === 'problem' ? 'assertive' : 'polite');
    const close = (): void => toasts.set(toasts.get().filter(({ id }) => id !== toast.id));
    return close;
  },
  close: (closed: Toast): void => toasts.set(toasts.get().filter((toast) => toast !== closed)),
  stands: (toast: Toast): number | null =>
    toast.kind === 'problem' ? null : toast.undo || toast.ways ? STANDS.acted : STANDS.plain,
};

/** What somebody did is said in a word, with the way back. */
export const useToasts = (): Pick<typeof toastStore, 'show'> => toastStore;
