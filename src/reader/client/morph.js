// Kept as the reader has them: whether a part is folded away, what is marked as new.
const READERS_OWN = new Set(['open', 'data-unread', 'data-since']);

/**
 * Makes what stands like what came. Every node that is the same in both stays the node it was, so that
 * what is being read keeps its place, and focus and selection theirs.
 * @param {Element} standing @param {Element} came
 */
export function morph(standing, came) {
  // A player plays on where its card comes again.
  if (standing.nodeName !== came.nodeName) return;
  for (const name of standing.getAttributeNames()) {
    if (!came.hasAttribute(name) && !READERS_OWN.has(name)) standing.removeAttribute(name);
  }
  for (const { name, value } of came.attributes) {
    if (standing.getAttribute(name) !== value && !READERS_OWN.has(name)) standing.setAttribute(name, value);
  }
  morphChildren(standing, came);
}

/** @param {Element} standing @param {Element | DocumentFragment} came */
export function morphChildren(standing, came) {
  const fresh = [...came.childNodes];
  let at = standing.firstChild;
  fresh.forEach((node, index) => {
    const same = following(at, node);
    if (same) {
      at = dropTo(at, same).nextSibling;
    } else if (
      at &&
      alike(at, node) &&
      !fresh.some((later, place) => place > index && later.isEqualNode(at))
    ) {
      const next = at.nextSibling;
      if (at instanceof Element && node instanceof Element) morph(at, node);
      else at.nodeValue = node.nodeValue;
      at = next;
    } else {
      standing.insertBefore(node, at);
    }
  });
  dropTo(at, null);
}

/** The first sibling from here on that equals the node. @param {ChildNode | null} from @param {Node} node */
function following(from, node) {
  let sibling = from;
  while (sibling && !sibling.isEqualNode(node)) sibling = sibling.nextSibling;
  return sibling;
}

/** Removes siblings up to the one to be kept. @template {ChildNode | null} T @param {ChildNode | null} from @param {T} kept @returns {T} */
function dropTo(from, kept) {
  let sibling = from;
  while (sibling && sibling !== kept) {
    const next = sibling.nextSibling;
    sibling.remove();
    sibling = next;
  }
  return kept;
}

/** One can become the other: the same kind of node, not another update; or the player of the same card. @param {any} a @param {any} b */
const alike = (a, b) =>
  a.id === b.id &&
  a.dataset?.player === b.dataset?.player &&
  (a.nodeName === b.nodeName || a.dataset?.player);
