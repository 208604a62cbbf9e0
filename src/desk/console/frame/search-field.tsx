import { useRef, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { Icon } from '../kit/icons.tsx';
import { Kbd } from '../kit/kbd.tsx';
import { useShortcut } from '../kit/use-shortcut.ts';
import { useWords } from '../words/words.tsx';
import '../kit/field.css';

/** Searches everything the newsroom has; `/` leads here from anywhere. */
export function SearchField() {
  const { say } = useWords();
  const [, go] = useLocation();
  const [asked] = useSearchParams();
  const [text, setText] = useState(asked.get('q') ?? '');
  const field = useRef<HTMLInputElement>(null);
  const label = say('frame.search');
  useShortcut('/', () => field.current?.select(), { label, group: say('kit.keys.everywhere') });
  return (
    <form
      role="search"
      className="top-bar-search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') go(`/search?q=${encodeURIComponent(text.trim())}`);
      }}
    >
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        className="control"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <Kbd keys="/" />
    </form>
  );
}
