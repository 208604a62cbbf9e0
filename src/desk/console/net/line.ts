import { listened, useListened } from '../kit/listened.ts';

/** `trying`: the line is down and is being put up again. */
export type Line = 'trying' | 'open';

/** The tab's one stream from the newsroom (`live.ts`). */
export const line = listened<Line>('trying');

/** Whether the desk hears what others do. */
export const useLine = (): Line => useListened(line);
