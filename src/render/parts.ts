import { renderDates } from './dates.ts';
import type { Html } from './html.ts';
import { renderKeyEvents } from './key-events.ts';
import { lazily } from './lazily.ts';
import { renderPinned } from './pinned.ts';
import { renderSummary } from './summary.ts';
import { renderTop } from './top.ts';
import type { StoryView } from './view.ts';

/** The exchangeable parts of a story's page: each stands in an element with its name in `data-part`, and the stream sends it anew. */
export type StoryParts = { top: Html; summary: Html; keyEvents: Html; pinned: Html; dates: Html };

/**
 * All of them as they stand, each rendered when it is asked for: most updates change one. An empty part is empty markup. `top`
 * has `dates` inside it, in a `data-part` of its own.
 */
export const storyParts = (view: StoryView): StoryParts =>
  lazily<StoryParts>({
    top: () => renderTop(view),
    summary: () => renderSummary(view),
    keyEvents: () => renderKeyEvents(view),
    pinned: () => renderPinned(view),
    dates: () => renderDates(view),
  });
