import { listened, type Listened } from '../kit/listened.ts';

/** A sentence for the person, with what can be done about it. It stays until it is closed or another comes. */
export type Notice = { sentence: string; action?: { label: string; run(): void } };

/** What an editor has to tell, above its text. */
export type Told = Listened<Notice | null>;

export const nothingTold = (): Told => listened<Notice | null>(null);
