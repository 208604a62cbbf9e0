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
  const everywhere = { label: say('kit.keys.show'), group: say('kit.keys.everywhere') };
  useShortcut('?', () => setOpen(true), everywhere);
  // Where one writes, a question mark is one.
  useShortcut('Mod+/', () => setOpen(true), everywhere);
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
            {[...Map.groupBy(keys, ({ label }) => label)].map(([label, same]) => (
              <div key={label}>
                <dt>{label}</dt>
                {same.map(({ keys: one }) => (
                  <dd key={one}>
                    <Kbd keys={one} />
                    <span className="visually-hidden">{keyParts(one).join(' ')}</span>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
