import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model';
import { checkLink } from '../../../domain/links.ts';

/** Where the attributes of a node of ours stand in its markup, as JSON: copied text keeps them. */
export const ATTRIBUTES = 'data-wt-attrs';
/** Which node of ours it is. */
export const NODE = 'data-wt-node';

const LEVELS: Record<number, string> = { 2: 'h2', 3: 'h3', 4: 'h4' };
const AUTO = { dir: 'auto' };

/** How a node stands in the text and on the clipboard. Those with a view of their own look otherwise in the text. */
export const nodeDom: Record<string, (node: Node) => DOMOutputSpec> = {
  paragraph: () => ['p', AUTO, 0],
  heading: ({ attrs }) => [LEVELS[Number(attrs['level'])] ?? 'h2', AUTO, 0],
  bullet_list: () => ['ul', AUTO, 0],
  ordered_list: ({ attrs }) => ['ol', attrs['start'] === 1 ? AUTO : { ...AUTO, start: attrs['start'] }, 0],
  list_item: () => ['li', 0],
  blockquote: () => ['blockquote', AUTO, 0],
  statement: (node) => ['figure', own(node), ['blockquote', AUTO, 0], ['figcaption', sourceOf(node)]],
  image: (node) => ['figure', own(node), String(node.attrs['alt'] ?? '')],
  gallery: (node) => ['figure', own(node), ['div', 0]],
  embed: (node) => ['figure', own(node), ['a', hrefOf(node.attrs['url']), linkText(node)]],
  horizontal_rule: () => ['hr'],
  hard_break: () => ['br'],
};

export const markDom: Record<string, (mark: Mark) => DOMOutputSpec> = {
  link: ({ attrs }) => [
    'a',
    { ...hrefOf(attrs['href']), ...(attrs['title'] !== null && { title: attrs['title'] }), rel: 'noopener' },
    0,
  ],
  strong: () => ['strong', 0],
  em: () => ['em', 0],
  strike: () => ['s', 0],
  code: () => ['code', 0],
};

/** An address of a draft was checked by nobody yet. */
function hrefOf(address: unknown): { href?: string } {
  const href = typeof address === 'string' ? checkLink(address) : null;
  return href === null ? {} : { href };
}

function own({ type, attrs }: Node): Record<string, string> {
  return { [NODE]: type.name, [ATTRIBUTES]: JSON.stringify(attrs) };
}

const linkText = ({ attrs }: Node): string => String(attrs['title'] ?? attrs['url']);

const sourceOf = ({ attrs }: Node): string =>
  [attrs['speaker'], attrs['role'], attrs['outlet']].filter(Boolean).join(', ');
