import { openStory } from '../../commands/open-story.ts';
import { endpoint } from '../endpoint.ts';
import { asSent, readBody } from '../body.ts';
import { storyReply } from '../receipts.ts';
import { storyReceipt } from '../schemas/answers.ts';
import { openStoryBody } from '../schemas/requests.ts';
import { keeping, told, type Receipt } from '../write.ts';

export const openStoryEndpoint = endpoint({
  at: 'POST /stories',
  summary: 'Open a story',
  description: 'It is published at once, under an address made from its headline (“No Deal” → no-deal).',
  body: openStoryBody,
  success: { status: 201, schema: storyReceipt, description: 'The story is public.' },
  refuses: ['invalid', 'slug-taken'],
  once: true,
  async answer(call) {
    const { lead, ...fields } = call.body;
    const read = readBody(lead ?? {}, '/lead');
    if (read.type === 'invalid') return read;
    const input = { ...fields, ...(read.body && { lead: read.body }) };
    const receipt: Receipt = (done) => storyReply(201, done, call.baseUrl());
    const result = await openStory(call.newsroom, { actor: call.actor, input, ...keeping(call, receipt) });
    return asSent(told(call, result, receipt), lead ?? {}, '/lead');
  },
});
