const BLOCK = /^(?:p|h[1-6]|ul|ol|li|blockquote|div|figure|hr)$/;

/** Takes out line breaks that only keep blocks apart, as Google's documents have them. Changes the tree it is given. */
export function strayBreaks(root: ParentNode): void {
  for (const line of root.querySelectorAll('br'))
    if (isBound(beside(line, 'previousSibling')) && isBound(beside(line, 'nextSibling'))) line.remove();
}

const isBound = (node: ChildNode | null): boolean =>
  node === null || (node.nodeType === 1 && BLOCK.test((node as Element).localName));

/** Its neighbour, white space and further breaks left aside. */
function beside(node: ChildNode, way: 'previousSibling' | 'nextSibling'): ChildNode | null {
  let next = node[way];
  while (next && (next.nodeName === 'BR' || (next.nodeType === 3 && next.textContent?.trim() === '')))
    next = next[way];
  return next;
}
