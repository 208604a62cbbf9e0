/** The regions of the screen, in the order of Alt+1 to Alt+4 and of the tabs on a phone. */
export const REGIONS = ['write', 'stream', 'top', 'talk'] as const;
export type Region = (typeof REGIONS)[number];

/** Whether somebody is writing in a region. */
export const isWritingIn = (region: Region): boolean =>
  document.activeElement?.matches(`#region-${region} :is(input, textarea, [contenteditable='true'])`) ??
  false;
