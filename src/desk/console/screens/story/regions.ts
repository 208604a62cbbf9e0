/** The regions of the screen, in the order of Alt+1 to Alt+4 and of the tabs on a phone. */
export const REGIONS = ['write', 'stream', 'top', 'talk'] as const;
export type Region = (typeof REGIONS)[number];
