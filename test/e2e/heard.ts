import type { Page } from 'playwright-core';

/** What holds others, and is told with its name. */
const HOLDS = new Set([
  'article',
  'banner',
  'blockquote',
  'complementary',
  'contentinfo',
  'figure',
  'list',
  'listitem',
  'main',
  'navigation',
  'note',
  'region',
]);

/** What is told by its name alone. */
const NAMED = new Set(['button', 'heading', 'image', 'link']);

/** What is told with all that is in it, in a line. */
const LINES = new Set(['Figcaption', 'paragraph']);

type Heard = {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  childIds?: string[];
  backendDOMNodeId?: number;
};

/** A part of the page, `selector`, as assistive software is told of it (its accessibility tree): a line a thing, indented. */
export async function heardIn(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { node } = await session.send('DOM.describeNode', { nodeId });
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Heard[] };
  await session.detach();
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  return start ? tell(start, new Map(nodes.map((one) => [one.nodeId, one])), 0).join('\n') : '';
}

type ById = Map<string, Heard>;

const roleOf = ({ ignored, role }: Heard): string => (ignored ? '' : (role?.value ?? ''));
const nameOf = ({ name }: Heard): string => name?.value ?? '';
const within = ({ childIds = [] }: Heard, byId: ById): Heard[] =>
  childIds.flatMap((childId) => byId.get(childId) ?? []);

function tell(heard: Heard, byId: ById, depth: number): string[] {
  const role = roleOf(heard);
  const line = (text: string): string => `${'  '.repeat(depth)}${role.toLowerCase()} ${text}`.trimEnd();
  if (NAMED.has(role)) return [line(nameOf(heard))];
  if (LINES.has(role)) return [line(wordsIn(heard, byId).replace(/\s+/g, ' ').trim())];
  if (role === 'StaticText')
    return nameOf(heard).trim() === '' ? [] : [`${'  '.repeat(depth)}${nameOf(heard)}`];
  const holds = HOLDS.has(role);
  const inner = within(heard, byId).flatMap((child) => tell(child, byId, depth + (holds ? 1 : 0)));
  return holds ? [line(nameOf(heard)), ...inner] : inner;
}

/** Running words; links stand in brackets, what was struck out or put in is marked. */
function wordsIn(heard: Heard, byId: ById): string {
  const role = roleOf(heard);
  if (role === 'StaticText') return nameOf(heard);
  if (role === 'link') return `[${nameOf(heard)}]`;
  const words = within(heard, byId)
    .map((child) => wordsIn(child, byId))
    .join('');
  if (role === 'deletion') return `–${words}–`;
  return role === 'insertion' ? `+${words}+` : words;
}
