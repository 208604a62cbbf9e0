import { useShortcut } from '../../kit/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import type { UpdateWire, Draft } from '../../../shared/wire.ts';
import type { StoryDesk } from './story-desk.ts';
import { REGIONS } from './regions.ts';
import { useWritingKeys } from './use-writing-keys.ts';

/** What the key is meant for: the line of the stream that has the focus, or lies under it. */
function picked({ story }: StoryDesk): { update?: UpdateWire | undefined; draft?: Draft | undefined } {
  const id = document.activeElement?.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
  return {
    update: story.updates.find((update) => update.id === id),
    draft: story.drafts.find((draft) => draft.id === id),
  };
}

/** Goes along the stream by one line. */
function step(by: 1 | -1): void {
  const lines = [...document.querySelectorAll<HTMLElement>('[data-entry]')];
  const at = lines.findIndex((line) => line.contains(document.activeElement));
  const next = at === -1 ? lines[0] : lines[Math.min(lines.length - 1, Math.max(0, at + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** The keys of the story screen; all of them stand in the list behind `?`. */
export function useScreenKeys(desk: StoryDesk, onPreview: (turn: (shown: boolean) => boolean) => void): void {
  const { say } = useWords();
  const { acts, ask, turn, go, may } = desk;
  const onScreen = { group: say('story.keys.screen') };
  const inStream = { group: say('story.keys.stream') };
  useShortcut('c', () => (turn({ type: 'compose' }), go('write')), {
    label: say('story.keys.compose'),
    ...onScreen,
  });
  for (const [at, region] of REGIONS.entries())
    // oxlint-disable-next-line react/rules-of-hooks -- always the same four
    useShortcut(`Alt+${at + 1}`, () => go(region), {
      label: say(`story.region.${region}`),
      inFields: true,
      ...onScreen,
    });
  // They are heard by the sheet that one writes on; here they stand for the list.
  useShortcut('Mod+Enter', () => undefined, { label: say('story.keys.send'), ...onScreen });
  useShortcut('Mod+Shift+Enter', () => undefined, { label: say('composer.file'), ...onScreen });
  useShortcut('v', () => onPreview((shown) => !shown), { label: say('story.preview'), ...onScreen });
  useShortcut('u', () => acts.undo(), { label: say('kit.undo'), ...onScreen });
  useShortcut('j', () => step(1), { label: say('story.keys.next'), ...inStream });
  useShortcut('k', () => step(-1), { label: say('story.keys.previous'), ...inStream });
  /** What was taken back can be looked at, and no more. */
  const onAny = (act: (update: UpdateWire) => void) => (): void => {
    const { update } = picked(desk);
    if (update) act(update);
  };
  const onUpdate = (act: (update: UpdateWire) => void): (() => void) =>
    onAny((update) => {
      if (update.status === 'published') act(update);
    });
  useShortcut('Enter', null, { label: say('story.keys.open'), ...inStream });
  const toEdit = (): void => {
    const { update, draft } = picked(desk);
    if (draft) {
      turn({ type: 'open', id: draft.id });
      go('write');
    } else if (update?.status === 'published' && may('edit-update')) void acts.edit(update);
  };
  useShortcut('e', toEdit, { label: say('story.keys.open'), ...inStream });
  useShortcut(
    'x',
    onUpdate((update) => may('correct-update') && void acts.edit(update, true)),
    {
      label: say('story.correct'),
      ...inStream,
    },
  );
  useShortcut(
    'r',
    onUpdate((update) => may('retract-update') && ask({ dialog: 'retract', update })),
    {
      label: say('story.retract'),
      ...inStream,
    },
  );
  useShortcut(
    'p',
    onUpdate((update) => may('pin-update') && void acts.pin(update, desk.story.pinnedId !== update.id)),
    { label: say('story.pin'), ...inStream },
  );
  useShortcut(
    '.',
    onUpdate((update) => may('edit-update') && void acts.keyEvent(update, !update.keyEvent)),
    {
      label: say('story.makeKeyEvent'),
      ...inStream,
    },
  );
  useShortcut(
    'l',
    onAny((update) => void acts.copyLink(update)),
    { label: say('story.copyLink'), ...inStream },
  );
  useShortcut(
    'h',
    onAny((update) => ask({ dialog: 'history', update })),
    {
      label: say('story.history'),
      ...inStream,
    },
  );
  const toTrash = (): void => {
    const { draft } = picked(desk);
    if (draft) void acts.trash(draft);
  };
  useWritingKeys();
  useShortcut('#', toTrash, { label: say('story.trash'), ...inStream });
}
