/** Levels of nodes below `doc`. */
export const DEPTH_MAX = 32;

/** Nodes in one document, text nodes among them. */
export const NODES_MAX = 20_000;

/** Characters (UTF-16 units) in one document: its text and its attributes; markdown is held to the same. */
export const SIZE_MAX = 200_000;

/** Faults named in one refusal; the check stops there. */
export const ERRORS_MAX = 20;
