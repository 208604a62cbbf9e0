/** As `npm run fuzz` sets it. */
const ALL = process.env['FUZZ'] === 'all';

/** How much of the whole `npm test` tries. */
const SHARE = 1 / 5;

/** How often a property is tried: every time by `npm run fuzz`, and so that a plain fault still shows by `npm test`. */
export const runs = (whole: number): number => (ALL ? whole : Math.ceil(whole * SHARE));
