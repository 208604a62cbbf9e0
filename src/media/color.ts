/** Bits kept of each channel when colours are counted as alike. */
const BITS = 4;

/** The colour there is most of in 8-bit RGB pixels: the mean of the fullest of 4,096 bins, as `#rrggbb`. */
export function dominantColor(rgb: Uint8Array): string {
  const counts = new Uint32Array(1 << (3 * BITS));
  let fullest = 0;
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    const bin = binOf(rgb, at);
    counts[bin]! += 1;
    if (counts[bin]! > counts[fullest]!) fullest = bin;
  }
  return meanOf(rgb, fullest);
}

function meanOf(rgb: Uint8Array, bin: number): string {
  const sums = [0, 0, 0];
  let count = 0;
  for (let at = 0; at + 2 < rgb.length; at += 3) {
    if (binOf(rgb, at) !== bin) continue;
    count += 1;
    for (const channel of [0, 1, 2]) sums[channel]! += rgb[at + channel]!;
  }
  const hex = (sum: number) =>
    Math.round(sum / Math.max(count, 1))
      .toString(16)
      .padStart(2, '0');
  return `#${sums.map(hex).join('')}`;
}

function binOf(rgb: Uint8Array, at: number): number {
  const shift = 8 - BITS;
  return ((rgb[at]! >> shift) << (2 * BITS)) | ((rgb[at + 1]! >> shift) << BITS) | (rgb[at + 2]! >> shift);
}
