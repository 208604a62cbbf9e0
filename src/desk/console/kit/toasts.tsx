import { useEffect, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { Icon } from './icons.tsx';
import { useListened } from './listened.ts';
import { toastStore, type Onward, type Toast } from './toast-store.ts';
import { useWords } from '../words/words.tsx';
import './toasts.css';

/** Where toasts stand. They are announced by the live region, not by themselves: this may come late to a screen reader. */
export function Toasts() {
  const { say } = useWords();
  const toasts = useListened(toastStore);
  return (
    <section className="toasts" aria-label={say('kit.messages')}>
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastView({ toast }: { toast: Toast }) {
  const { say } = useWords();
  const [held, setHeld] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const stands = toastStore.stands(toast);
  useEffect(() => {
    if (held || stands === null) return undefined;
    const timer = setTimeout(() => toastStore.close(toast), stands);
    return () => clearTimeout(timer);
  }, [held, stands, toast]);
  return (
    // Under the mouse or the focus it stays.
    <div
      ref={place}
      className={`toast toast-${toast.kind}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={toast.kind === 'problem' ? 'warning' : 'check'} />
      <p>{toast.text}</p>
      {toast.undo && (
        <Button
          small
          kind="quiet"
          onClick={() => {
            toastStore.close(toast);
            toast.undo?.();
          }}
        >
          {say('kit.undo')}
        </Button>
      )}
      {toast.ways?.map((way) => (
        <WayOn key={way.label} way={way} onGone={() => toastStore.close(toast)} />
      ))}
      <IconButton icon="close" small label={say('kit.close')} onClick={() => toastStore.close(toast)} />
    </div>
  );
}

function WayOn({ way, onGone }: { way: Onward; onGone: () => void }) {
  if ('href' in way)
    return (
      <a className="button button-quiet button-small" href={way.href} target="_blank" rel="noopener">
        {way.label}
      </a>
    );
  return (
    <Button
      small
      kind="quiet"
      onClick={() => {
        onGone();
        way.onPick();
      }}
    >
      {way.label}
    </Button>
  );
}
