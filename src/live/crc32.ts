/** The polynomial of CRC-32 (RFC 1952 §8), its bits in reverse. */
const POLYNOMIAL = 0xedb8_8320;

/** The product of two polynomials over GF(2), modulo that of CRC-32. */
function times(one: number, other: number): number {
  let product = 0;
  let [a, b] = [one, other];
  for (let bit = 0x8000_0000; bit !== 0 && b !== 0; bit >>>= 1) {
    if ((b & bit) !== 0) {
      product ^= a;
      b ^= bit;
    }
    a = (a & 1) === 0 ? a >>> 1 : (a >>> 1) ^ POLYNOMIAL;
  }
  return product >>> 0;
}

/** x^(2^n), for n from 0 to 31. */
const DOUBLINGS: number[] = [];
for (let power = 0x4000_0000, n = 0; n < 32; n += 1, power = times(power, power)) DOUBLINGS.push(power);

/** x^(8 × bytes): by what a checksum is multiplied when so many bytes follow. */
export function shiftBy(bytes: number): number {
  let shift = 0x8000_0000;
  // The exponent is of bits, eight a byte; x^(2^32 - 1) is one, so the doublings come round.
  for (let [left, n] = [bytes, 3]; left > 0; left = Math.floor(left / 2), n += 1)
    if (left % 2 === 1) shift = times(DOUBLINGS[n % 32]!, shift);
  return shift;
}

/**
 * The CRC-32 of two pieces one after the other, from those of each. `shift`: `shiftBy` the second one's length.
 * So many readers' streams can be checked by what is computed once for all of them.
 */
export const joinedCrc = (first: number, second: number, shift: number): number =>
  (times(shift, first) ^ second) >>> 0;
