/** Under which the desk's parts tell one another, over the bus, what changed: a `DeskEvent`. */
export const DESK_TOPIC = 'desk';
