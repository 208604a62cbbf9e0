import { lazy, Suspense, useEffect, useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { StoryWire } from '../../../shared/wire.ts';
import { useWhere } from '../../frame/where.ts';
import { serverInstant, serverNow } from '../../kit/now.ts';
import { useIAmAt } from '../../net/presence.ts';
import { useSession } from '../../net/session.ts';
import { useKeptWords, useQueue } from '../../offline/use-queue.ts';
import { useWords } from '../../words/words.tsx';
import type { Asked } from './asked.ts';
import { newId } from '../../../../domain/id.ts';
import { begin, isFresh, openDrafts } from './compose/open-drafts.ts';
import { mediaGate } from './net/media-gate.ts';
import { askNames } from './net/ask-names.ts';
import { useActs } from './net/use-acts.ts';
import { useOpensWith } from './net/use-opens-with.ts';
import { useRefusedInQueue } from './net/use-refused-in-queue.ts';
import { useRefusals } from './net/use-refusals.ts';
import { useSayRefusals } from './reading/use-say-refusals.ts';
import { useTellOthers } from './reading/use-tell-others.ts';
import type { Region } from './regions.ts';
import { Regions } from './regions.tsx';
import { StoryDeskContext, type StoryDesk } from './story-desk.ts';
import { openTopOf } from './stream/open-edit.ts';
import { keptOf } from './stream/kept-of.ts';
import { toldIn } from './time/told.ts';
import { useAskedFor } from './use-asked-for.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useScreenKeys } from './use-screen-keys.ts';
import './story.css';

/** What is asked now and then comes after the screen stands. */
const loadDialogs = () => import('./dialogs/dialogs.tsx');
const Dialogs = lazy(async () => ({ default: (await loadDialogs()).Dialogs }));

type Props = { story: StoryWire; older: { more: boolean; busy: boolean; load: () => void } };

const freshId = (): string => newId(serverInstant());

/** Everything the parts of the screen stand on, and the parts. */
export function StoryRoom({ story, older }: Props) {
  const speech = useWords();
  const { person: me } = useSession();
  const [search] = useSearchParams();
  const [open, turn] = useReducer(openDrafts, null, () => begin(freshId(), writtenIn(story, search)));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [region, setRegion] = useState<Region>(story.state === 'unpublished' ? 'top' : 'write');
  const [previewing, setPreviewing] = useState(false);
  const mine = useRef(new Set<string>());
  const refusals = useRefusals();
  const opensWith = useOpensWith();
  // A key that asks for one finds it there.
  useEffect(() => void loadDialogs().catch(() => undefined), []);
  const queue = useQueue();
  const begun = useKeptWords(me.id);
  const opening =
    queue.find(
      ({ asked: { storyId, opens }, state }) => opens && storyId === story.id && state !== 'refused',
    ) ?? null;
  const kept = useMemo(() => keptOf(queue, begun, story.id), [queue, begun, story.id]);
  const withKept = useMemo(
    () => ({ ...story, drafts: kept.drafts(story.drafts, me.id) }),
    [story, kept, me.id],
  );
  const told = useMemo(() => toldIn(speech, story, serverNow), [speech, story]);
  const go = useCallback((next: Region, still: () => boolean = () => true) => {
    setRegion(next);
    // On a phone the region is only there once it is picked.
    requestAnimationFrame(() => still() && focusRegion(next));
  }, []);
  const ask = useCallback((next: Asked | null) => {
    setAsked((before) => {
      // A question that another takes the place of is answered: nothing goes out.
      if (before?.dialog === 'how' || before?.dialog === 'correct-top') before.answer(null);
      return next;
    });
  }, []);
  const gate = useMemo(() => mediaGate(speech), [speech]);
  const names = useMemo(() => askNames(story.id), [story.id]);
  const standing = { story: withKept, me, told, opening, open, turn, ask, go, refusals };
  const acts = useActs(standing, mine.current);
  const desk: StoryDesk = {
    ...standing,
    opensWith,
    may: (action) => story.may.includes(action),
    nameOf: (id) => (id === me.id ? me.name : (story.names[id ?? ''] ?? speech.say('story.somebody'))),
    authors: authorsOf(story, me.name),
    now: serverInstant,
    open,
    freshId,
    acts,
    mine: (id) => void mine.current.add(id),
    gate,
    names,
  };
  useWhere(story.top?.headline ?? openTopOf(story)?.content.title ?? speech.say('story.unnamed'));
  useIAmAt(story.id, isFresh(open) ? null : open.current);
  useTellOthers(story, mine.current, desk.nameOf);
  useRefusedInQueue(queue, refusals);
  useSayRefusals(refusals, told);
  useScreenKeys(desk, setPreviewing);
  useAskedFor(desk, older);
  useFocusKept(go);
  return (
    <StoryDeskContext value={desk}>
      <Regions
        region={region}
        onRegion={go}
        previewing={previewing}
        onPreview={setPreviewing}
        kept={kept.ids}
        older={older}
      />
      <Suspense fallback={null}>
        <Dialogs asked={asked} onClose={() => setAsked(null)} />
      </Suspense>
    </StoryDeskContext>
  );
}

/** The draft that the address names, where it is one for the composer. */
const writtenIn = ({ drafts }: StoryWire, search: URLSearchParams): string | null =>
  drafts.find(({ id, kind }) => id === search.get('draft') && kind !== 'top')?.id ?? null;

function focusRegion(region: Region): void {
  const place = document.getElementById(`region-${region}`);
  const inside: Record<Region, string> = {
    write: '.ProseMirror[contenteditable="true"], .first-update button',
    stream: '.entry',
    top: '.top-headline, .region-top:has(.standing-top) .region-head button',
    talk: '.note-field textarea',
  };
  (place?.querySelector<HTMLElement>(inside[region]) ?? place)?.focus();
}

/** Names that stood as authors here, with one's own. */
const authorsOf = ({ updates, top }: StoryWire, own: string): string[] => [
  ...new Set([own, ...(top?.byline ?? []), ...updates.flatMap(({ author }) => author ?? [])]),
];
