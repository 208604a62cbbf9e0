import assert from 'node:assert/strict';
import type { Newsroom } from '../../src/commands/perform.ts';
import type { Role } from '../../src/domain/desk/people.ts';
import type { Draft, DraftContent } from '../../src/domain/desk/draft.ts';
import { paragraphs } from '../../src/domain/document.ts';
import { newId } from '../../src/domain/id.ts';
import { emptyContent, seedOf } from '../../src/desk/shared/draft-doc.ts';
import type { MadeDraftWire, NewDraftWire, PublishedWire } from '../../src/desk/shared/wire.ts';
import type { DeskAnswer, SignedIn } from './desk-site.ts';

/** The words of an update, as a console holds them. */
export const words = (title: string, text = title, more: Partial<DraftContent> = {}): DraftContent => ({
  ...emptyContent(),
  title,
  body: paragraphs([text]),
  ...more,
});

/** The words of a top. */
export const topWords = (
  headline: string,
  lead = headline,
  top: Partial<NonNullable<DraftContent['top']>> = {},
): DraftContent => ({
  ...words(headline, lead),
  top: {
    dek: '',
    byline: [],
    credit: '',
    summary: [],
    photo: null,
    section: '',
    zone: 'America/New_York',
    placeZone: '',
    lang: 'en',
    ...top,
  },
});

export const stateOf = (content: DraftContent): string => Buffer.from(seedOf(content)).toString('base64');

/** Somebody who works here, under an id that a test can read. */
export async function hire({ storage }: Newsroom, id: string, role: Role = 'editor'): Promise<void> {
  const at = '2019-02-27T12:00:00.000Z';
  const person = {
    id,
    email: `${id}@desk.test`,
    name: id,
    role,
    createdAt: at,
    disabledAt: null,
    lang: null,
  };
  await storage.people.change({ writes: [{ write: 'person', person }], activity: [] });
}

/** An id as a browser chooses one. */
export const chosenId = (): string => newId(new Date().toISOString());

/** Begins a draft as a console would; what it was answered. */
export async function begin(
  { ask }: SignedIn,
  asked: Partial<NewDraftWire> & { content?: DraftContent } = {},
): Promise<{ status: number; body: MadeDraftWire }> {
  const { content, ...rest } = asked;
  const body = { id: chosenId(), storyId: chosenId(), kind: 'update' as const, ...rest };
  const answer = await ask('POST /drafts', {
    body: { ...body, ...(content && { state: stateOf(content) }) },
  });
  assert.ok(answer.status === 200 || answer.status === 201, answer.text);
  return { status: answer.status, body: answer.body };
}

/** A story opened at the desk. */
export async function openedStory(editor: SignedIn, content = topWords('No Deal')): Promise<PublishedWire> {
  const { body } = await begin(editor, { kind: 'top', content });
  return published(await publish(editor, body.draft));
}

/** An update published at the desk. */
export async function posted(
  editor: SignedIn,
  storyId: string,
  content: DraftContent,
): Promise<PublishedWire> {
  const { body } = await begin(editor, { storyId, content });
  return published(await publish(editor, body.draft));
}

export const publish = ({ ask }: SignedIn, { id, version }: Draft, more: object = {}): Promise<DeskAnswer> =>
  ask(`POST /drafts/${id}/publication`, { body: { version, ...more } });

export function published({ status, body, text }: DeskAnswer): PublishedWire {
  assert.equal(status, 200, text);
  return body;
}

/** The name of the problem that was answered. */
export const problem = ({ status, body }: DeskAnswer): string =>
  `${status} ${String(body.type).split('#')[1]}`;
