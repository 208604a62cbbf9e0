import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useDialogDepth } from './dialog-depth.ts';
import { Kbd } from './kbd.tsx';
import { keyParts } from './key-names.ts';
import { useListened } from './listened.ts';
import { inForce, shortcuts, type Shortcut } from './shortcut-store.ts';
import { useShortcut } from './use-shortcut.ts';
import { useWords } from '../words/words.tsx';
import './shortcuts-dialog.css';

/** Behind `?`: every key that is in force where one is. */
export function Shortcuts() {
  const { say } = useWords();
  const [open, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true), { label: say('kit.keys.show'), group: say('kit.keys.everywhere') });
  return open ? <ShortcutsDialog onClose={() => setOpen(false)} /> : null;
}

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const all = inForce(useListened(shortcuts), useDialogDepth());
  // The same key twice: only the one before is in force.
  const reached = all.filter((one, at) => all.findIndex(({ keys }) => keys === one.keys) === at);
  const groups = Map.groupBy<string, Shortcut>(reached.toReversed(), ({ group }) => group);
  return (
    <Dialog title={say('kit.keys.heading')} onClose={onClose}>
      {[...groups].map(([group, keys]) => (
        <section key={group} className="shortcuts">
          <h3>{group}</h3>
          <dl>
            {keys.map((shortcut) => (
              <div key={shortcut.keys}>
                <dt>{shortcut.label}</dt>
                <dd>
                  <Kbd keys={shortcut.keys} />
                  <span className="visually-hidden">{keyParts(shortcut.keys).join(' ')}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
