/** What an update is dragged as, from the stream to a line of the summary that is to rest on it. */
export const DRAGGED_UPDATE = 'application/x-writethru-update';
