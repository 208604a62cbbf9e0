import { Type } from 'typebox';
import { breaks, faultAt, type PlainRule } from '../../../../domain/faults.ts';
import type { ImportRefusal } from '../../../../importer/proposal.ts';
import { readPaste } from '../../../../importer/paste.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { PasteWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** UTF-16 units of what is pasted: as much as the longest of nights had. */
const MOST = 1_000_000;

const ONE_OF_BOTH = {
  type: 'invalid' as const,
  errors: [{ pointer: '', detail: 'give what was pasted as text or as html, one of both' }],
};

const RULES: Partial<Record<ImportRefusal['reason'], PlainRule>> = {
  'nothing-to-read': 'nothing-to-read',
  'unknown-zone': 'zone',
};

/** Reads a wire's flash or a flat post, to be looked at; nothing is written. */
export const readPasted = deskEndpoint({
  at: 'POST /stories/:storyId/pastes',
  params: closed({ storyId: Type.String() }),
  body: closed({
    text: Type.Optional(Type.String({ minLength: 1, maxLength: MOST })),
    html: Type.Optional(Type.String({ minLength: 1, maxLength: MOST })),
    zone: Type.Optional(Type.String({ maxLength: 60 })),
    date: Type.Optional(Type.String({ maxLength: 10 })),
  }),
  async answer({ newsroom: { storage }, story, storyId, body }) {
    if ((body.text === undefined) === (body.html === undefined)) return ONE_OF_BOTH;
    const zone = body.zone ?? story?.story.zone ?? (await zoneToBe(storage, storyId ?? ''));
    const { text, html, date } = body;
    const given = text === undefined ? { html: html ?? '' } : { text };
    const read = readPaste({ ...given, zone, hasTop: story !== null, ...(date && { date }) });
    if (read.type === 'refused') {
      const pointer = { 'unknown-zone': '/zone', 'malformed-date': '/date' }[read.reason as string];
      const rule = RULES[read.reason];
      const detail = read.detail.replaceAll('The file', 'What was pasted').replace(/\.$/, '');
      return {
        type: 'invalid',
        errors: [
          faultAt(pointer ?? (text === undefined ? '/html' : '/text'), rule ? breaks(rule, detail) : detail),
        ],
      };
    }
    const { type: _, ...reading } = read;
    const updates = reading.updates.map((update) => ({ ...update, author: '' }));
    return ok({ ...reading, updates } satisfies PasteWire);
  },
});

/** The zone of a story that is still to be opened. */
async function zoneToBe(
  storage: Parameters<typeof readPasted.answer>[0]['newsroom']['storage'],
  storyId: string,
): Promise<string> {
  const statuses = ['draft', 'filed', 'scheduled'] as const;
  const [top] = await storage.drafts.list({ storyId, kinds: ['top'], statuses, limit: 1 });
  return top?.content.top?.zone || (await storage.site()).site.zone;
}
