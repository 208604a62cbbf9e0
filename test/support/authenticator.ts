import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A security key made of software: it answers as WebAuthn §6 has it, with ES256 and without attestation. */
export type Authenticator = {
  id: string;
  /** Answers `startRegistration`. */
  registers(options: { challenge: string }): object;
  /** Answers `startAuthentication`; `counter` in place of one more than before. */
  signs(options: { challenge: string }, more?: { counter?: number; origin?: string }): object;
};

const UP_UV = 0x05;
const ATTESTED = 0x40;

const client = (type: string, challenge: string, from: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));

export function authenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const rawId = randomBytes(32);
  const id = rawId.toString('base64url');
  let counter = 0;
  const party = createHash('sha256').update(new URL(origin).hostname).digest();
  const count = (): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(counter);
    return bytes;
  };
  return {
    id,
    registers({ challenge }) {
      // COSE_Key (RFC 9053 §7.1): EC2, ES256, P-256.
      const key = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ]);
      const data = Buffer.concat([
        party,
        Buffer.from([UP_UV | ATTESTED]),
        count(),
        Buffer.alloc(16),
        Buffer.from([0, rawId.length]),
        rawId,
        key,
      ]);
      // { fmt: "none", attStmt: {}, authData }
      const object = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
        Buffer.from([data.length]),
        data,
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client('webauthn.create', challenge, origin).toString('base64url'),
          attestationObject: object.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    signs({ challenge }, { counter: given, origin: from = origin } = {}) {
      counter = given ?? counter + 1;
      const data = Buffer.concat([party, Buffer.from([UP_UV]), count()]);
      const said = client('webauthn.get', challenge, from);
      const signed = Buffer.concat([data, createHash('sha256').update(said).digest()]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: said.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
        },
      };
    },
  };
}
