import { defaultTreeAdapter as tree } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

type ParsedNode = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

// For tests: what a browser's parser makes of our markup.

/** Every element below the node, in document order. */
export function elementsOf(node: ParsedNode): Element[] {
  const elements: Element[] = [];
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if (tree.isElementNode(child)) elements.push(child, ...elementsOf(child));
  }
  return elements;
}

/** All text below the node. */
export function textIn(node: ParsedNode): string {
  if (tree.isTextNode(node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : '';
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}
