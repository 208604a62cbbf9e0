import { useRef } from 'react';
import { useLocation } from 'wouter';
import type { StoryCardWire } from '../../../shared/wire.ts';
import { useShortcut } from '../../kit/use-shortcut.ts';
import { useMay } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { StoryRow } from './story-row.tsx';

/** The list; j and k go down and up in it, Enter opens, x picks. */
export function StoryList({
  stories,
  picked,
  onPick,
}: {
  stories: readonly StoryCardWire[];
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
}) {
  const { say } = useWords();
  const mayAct = useMay('change-state');
  const [, go] = useLocation();
  const list = useRef<HTMLUListElement>(null);
  const group = say('frame.stories');
  const links = (): HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>('.story-headline') ?? []),
  ];
  const here = (): number =>
    links().findIndex((link) => link.closest('li')?.contains(document.activeElement));
  const move = (by: 1 | -1): void => {
    const all = links();
    const next = all[Math.max(0, Math.min(here() + by, all.length - 1))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = (id: string): void => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    onPick(next);
  };
  const pickHere = (): void => {
    const story = stories[here()];
    if (story) toggle(story.id);
  };
  const openHere = (): void => {
    const story = stories[here()];
    if (story) go(`/stories/${story.id}`);
  };
  useShortcut('j', () => move(1), { label: say('stories.keys.next'), group });
  useShortcut('k', () => move(-1), { label: say('stories.keys.previous'), group });
  useShortcut('o', openHere, { label: say('stories.keys.open'), group });
  useShortcut('x', pickHere, { label: say('stories.keys.pick'), group, enabled: mayAct });
  return (
    <ul ref={list} className="story-list" aria-label={group}>
      {stories.map((story) => (
        <StoryRow
          key={story.id}
          story={story}
          picked={picked.has(story.id)}
          onPick={mayAct ? () => toggle(story.id) : null}
        />
      ))}
    </ul>
  );
}
