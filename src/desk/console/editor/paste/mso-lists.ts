/**
 * Word writes list items as paragraphs with a level, and their bullet or number as text (here in a `var`). Items that
 * follow one another become lists within lists. Changes the tree it is given.
 */
export function msoLists(root: ParentNode): void {
  const levels: Element[] = [];
  let last: Element | null = null;
  for (const item of root.querySelectorAll('p[data-level]')) {
    if (last === null || previousOf(item) !== last) levels.length = 0;
    last = put(item, levels);
  }
  for (const mark of root.querySelectorAll('var')) mark.remove();
}

/** Puts one item where its level says; gives the outermost list it is now in. */
function put(item: Element, levels: Element[]): Element {
  const level = Math.min(Number(item.getAttribute('data-level')) || 1, levels.length + 1);
  levels.length = Math.min(levels.length, level);
  const name = isNumbered(item) ? 'ol' : 'ul';
  const document = item.ownerDocument;
  let list = levels[level - 1];
  if (list?.localName !== name) {
    list = document.createElement(name);
    const above = levels[level - 2]?.lastElementChild;
    if (above) above.append(list);
    else item.before(list);
    levels[level - 1] = list;
  }
  const entry = document.createElement('li');
  list.append(entry);
  item.removeAttribute('data-level');
  entry.append(item);
  return levels[0]!;
}

const isNumbered = (item: Element): boolean =>
  /^\s*\(?(?:\d+|[a-z]{1,4})[.)]/i.test(item.querySelector('var')?.textContent ?? '');

/** The element before it, if nothing but white space stands between them. */
function previousOf(element: Element): Element | null {
  let before: ChildNode | null = element.previousSibling;
  while (before?.nodeType === 3 && (before.textContent ?? '').trim() === '') before = before.previousSibling;
  return before?.nodeType === 1 ? (before as Element) : null;
}
