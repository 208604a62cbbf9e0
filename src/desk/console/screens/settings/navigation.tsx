import type { NavigationEntry } from '../../../../domain/site.ts';
import { Button } from '../../kit/button.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useWords } from '../../words/words.tsx';
import './settings.css';

const MOST = 12;

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
  const put = (at: number, entry: NavigationEntry): void => onChange(entries.with(at, entry));
  const move = (at: number, by: number): void => {
    const moved = entries.toSpliced(at, 1);
    onChange(moved.toSpliced(at + by, 0, entries[at]!));
  };
  return (
    <>
      {entries.length > 0 && (
        <ol className="navigation">
          {entries.map((entry, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- an entry has no name but its place
            <li key={at}>
              <TextField
                bare={at > 0}
                label={say('settings.navigation.label')}
                value={entry.label}
                maxLength={40}
                error={errorAt(`/navigation/${at}/label`)}
                onText={(label) => put(at, { ...entry, label })}
              />
              <TextField
                bare={at > 0}
                label={say('settings.navigation.href')}
                value={entry.href}
                maxLength={2048}
                error={errorAt(`/navigation/${at}/href`)}
                onText={(href) => put(at, { ...entry, href })}
              />
              <span className="navigation-acts">
                <IconButton
                  icon="chevron-up"
                  label={say('settings.navigation.up', { label: entry.label })}
                  disabled={at === 0}
                  onClick={() => move(at, -1)}
                />
                <IconButton
                  icon="trash"
                  label={say('settings.navigation.remove', { label: entry.label })}
                  onClick={() => onChange(entries.toSpliced(at, 1))}
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
          icon="plus"
          disabled={entries.length >= MOST}
          onClick={() => onChange([...entries, { label: '', href: '/' }])}
        >
          {say('settings.navigation.add')}
        </Button>
      </div>
    </>
  );
}
