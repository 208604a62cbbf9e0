import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';

/** As every authenticator app takes it (RFC 6238): SHA-1, six digits, thirty seconds; one step either way for clocks that are off. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 };
const WINDOW = 1;
/** Bytes of a secret (RFC 4226 §4). */
const SECRET_BYTES = 20;

export const newTotpSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The step of time a code is right for; null where it is not. That each step is taken once is storage's to see to. */
export function totpStep(secret: string, code: string, now: string): number | null {
  const token = code.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = Date.parse(now);
  const off = TOTP.validate({ token, secret: Secret.fromBase32(secret), ...KIND, window: WINDOW, timestamp });
  return off === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + off;
}

/** What an authenticator app reads: `otpauth://…`. */
export const totpUri = (secret: string, site: string, email: string): string =>
  new TOTP({ ...KIND, secret: Secret.fromBase32(secret), issuer: site, label: email }).toString();

/** A QR code as the data of one SVG path on a square of `size` units, its quiet zone included (ISO/IEC 18004 §6.3.8). */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  let path = '';
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column += 1;
      path += `M${from + quiet} ${row + quiet}h${column - from + 1}v1h-${column - from + 1}z`;
    }
  return { size: modules.size + 2 * quiet, path };
}
