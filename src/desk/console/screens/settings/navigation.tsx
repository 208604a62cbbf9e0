import { useEffect, useRef } from 'react';
import type { NavigationEntry } from '../../../../domain/site.ts';
import { Button } from '../../kit/button.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useWords } from '../../words/words.tsx';
import './settings.css';

const MOST = 12;

/** Where the focus goes when the list has changed: with the entry that moved, into the one that is new. */
type Next = { at: number; what: string };

/** The links at the head of every page, in their order. */
export function Navigation({
  entries,
  onChange,
  errorAt,
}: {
  entries: readonly NavigationEntry[];
  onChange: (entries: NavigationEntry[]) => void;
  errorAt: (pointer: string) => string | null;
}) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const next = useRef<Next | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    const { at, what } = next.current;
    next.current = null;
    const entry = place.current?.querySelectorAll('li')[at];
    const named = entry?.querySelector<HTMLElement>(`${what}:not(:disabled)`);
    const first = entry?.querySelector<HTMLElement>('button:not(:disabled)');
    (named ?? first ?? place.current?.querySelector<HTMLElement>('.navigation-add'))?.focus();
  });
  const change = (changed: NavigationEntry[], then: Next): void => {
    next.current = then;
    onChange(changed);
  };
  const move = (at: number, by: 1 | -1): void =>
    change(entries.toSpliced(at, 1).toSpliced(at + by, 0, entries[at]!), {
      at: at + by,
      what: by < 0 ? '.navigation-up' : '.navigation-down',
    });
  return (
    <div className="panel-body" ref={place}>
      {entries.length > 0 && (
        <ol className="navigation">
          {entries.map((entry, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- an entry has no name but its place
            <li key={at}>
              <Fields
                at={at}
                entry={entry}
                onEntry={(changed) => onChange(entries.with(at, changed))}
                errorAt={errorAt}
              />
              <span className="navigation-acts">
                <IconButton
                  className="navigation-up"
                  icon="chevron-up"
                  label={say('settings.navigation.up', { label: entry.label })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  className="navigation-down"
                  icon="chevron-down"
                  label={say('settings.navigation.down', { label: entry.label })}
                  disabled={at === entries.length - 1}
                  onClick={() => move(at, 1)}
                />
                <IconButton
                  className="navigation-remove"
                  icon="trash"
                  label={say('settings.navigation.remove', { label: entry.label })}
                  onClick={() =>
                    change(entries.toSpliced(at, 1), {
                      at: Math.min(at, entries.length - 2),
                      what: '.navigation-remove',
                    })
                  }
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {entries.length === 0 && <p className="line-more">{say('settings.navigation.none')}</p>}
      <div>
        <Button
          small
          className="navigation-add"
          icon="plus"
          disabled={entries.length >= MOST}
          onClick={() =>
            change([...entries, { label: '', href: '/' }], { at: entries.length, what: 'input' })
          }
        >
          {say('settings.navigation.add')}
        </Button>
      </div>
    </div>
  );
}

function Fields({
  at,
  entry,
  onEntry,
  errorAt,
}: {
  at: number;
  entry: NavigationEntry;
  onEntry: (entry: NavigationEntry) => void;
  errorAt: (pointer: string) => string | null;
}) {
  const { say } = useWords();
  return (
    <>
      <TextField
        bare={at > 0}
        label={say('settings.navigation.label')}
        value={entry.label}
        maxLength={40}
        error={errorAt(`/navigation/${at}/label`)}
        onText={(label) => onEntry({ ...entry, label })}
      />
      <TextField
        bare={at > 0}
        label={say('settings.navigation.href')}
        value={entry.href}
        maxLength={2048}
        spellCheck={false}
        error={errorAt(`/navigation/${at}/href`)}
        onText={(href) => onEntry({ ...entry, href })}
      />
    </>
  );
}
