import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useWords } from '../../words/words.tsx';

export type Choice = { value: string; more?: string | null };

type Props = {
  label: string;
  value: string;
  required?: boolean;
  placeholder?: string;
  find(typed: string): Promise<Choice[]>;
  onChange(value: string): void;
  onChoose?(value: string): void;
  /** Enter where nothing is chosen. */
  onDone(): void;
  inputRef?: Ref<HTMLInputElement>;
};

/** A line of text that completes from what was written before (ARIA APG, combobox with list autocomplete). */
export function Complete({
  label,
  value,
  required,
  placeholder,
  find,
  onChange,
  onChoose,
  onDone,
  inputRef,
}: Props) {
  const id = useId();
  const { say } = useWords();
  const [choices, setChoices] = useState<Choice[]>([]);
  const [active, setActive] = useState(-1);
  const [typed, setTyped] = useState<string | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    if (typed === null) return;
    const ask = (asked.current += 1);
    find(typed).then(
      (found) => ask === asked.current && setChoices(found.filter((one) => one.value !== typed).slice(0, 8)),
      () => setChoices([]),
    );
  }, [typed]);

  const close = (): void => {
    asked.current += 1;
    setTyped(null);
    setChoices([]);
    setActive(-1);
  };
  const choose = (chosen: string): void => {
    onChange(chosen);
    onChoose?.(chosen);
    close();
  };
  const isOpen = choices.length > 0;

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    // With Ctrl or Cmd it is the sheet's: what lies on it goes out.
    if (key === 'Enter' && (event.ctrlKey || event.metaKey)) return;
    if (key === 'ArrowDown' && !isOpen) setTyped(value);
    else if (key === 'ArrowDown') setActive((active + 1) % choices.length);
    else if (key === 'ArrowUp' && isOpen) setActive(active <= 0 ? choices.length - 1 : active - 1);
    else if (key === 'Enter') {
      if (isOpen && active >= 0) choose(choices[active]!.value);
      else onDone();
    } else if (key === 'Escape' && isOpen) close();
    else {
      if (key === 'Tab' && isOpen && active >= 0) choose(choices[active]!.value);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="complete">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        ref={inputRef}
        className="control"
        dir="auto"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        aria-required={required}
        autoComplete="off"
        placeholder={placeholder}
        maxLength={200}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
          setTyped(target.value);
          setActive(-1);
        }}
        onFocus={() => value === '' && setTyped('')}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={say('editor.usedBefore')} hidden={!isOpen}>
        {choices.map((choice, at) => (
          <li
            key={choice.value}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice.value);
            }}
          >
            <bdi>{choice.value}</bdi>
            {choice.more && <bdi className="complete-more">{choice.more}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  );
}
