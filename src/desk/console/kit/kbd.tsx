import { keyParts } from './key-names.ts';
import './kbd.css';

/** Keys as they stand on the keyboard before one: `Mod+Enter` is ⌘↩ on a Mac and Ctrl+Enter elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="kbd" aria-hidden="true">
      {keyParts(keys).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </kbd>
  );
}
