import { storyHeadJson } from '../../distribution/formats/story-json.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { story as storySchema } from '../schemas/answers.ts';
import { slugParams } from '../../schemas/fields.ts';

export const readStoryEndpoint = endpoint({
  at: 'GET /stories/:slug',
  summary: 'Read a story',
  description: 'All but its updates: they are a list of their own. Former addresses lead here too.',
  params: slugParams,
  success: { status: 200, schema: storySchema, description: 'The story as it stands.' },
  refuses: ['unknown-story'],
  async answer({ newsroom: { storage }, baseUrl, params }) {
    const found = await storage.findStory(params);
    const snapshot = found && (await storage.snapshot(found.story.id, { order: 'newest', limit: 0 }));
    if (!snapshot) return { type: 'unknown-story', slug: params.slug };
    const { story } = snapshot;
    const head = storyHeadJson(snapshot, await storage.tops(story.id), baseUrl());
    const lead = { ...head.lead, document: story.top.lead };
    return reply(200, { ...head, version: story.version, lead }, { version: story.version });
  },
});
