import { useShortcut } from '../../kit/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';

/** The editor hears its own keys; they stand in the list behind `?` with all others. */
export function useWritingKeys(): void {
  const { say } = useWords();
  const group = say('story.keys.writing');
  useShortcut('Tab', null, { label: say('story.keys.speaker'), group });
  useShortcut('F8', null, { label: say('story.keys.nextMark'), group });
  useShortcut('Shift+F8', null, { label: say('story.keys.previousMark'), group });
  useShortcut('Alt+Enter', null, { label: say('story.keys.settle'), group });
  useShortcut('Alt+Backspace', null, { label: say('story.keys.dismiss'), group });
  useShortcut('Mod+k', null, { label: say('editor.link'), group });
  useShortcut('Alt+F10', null, { label: say('story.keys.toolbar'), group });
}
