import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const hashing = promisify(argon2);

/** Of argon2id (RFC 9106): KiB, rounds, lanes; bytes of the hash and of its salt. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const BYTES = { tag: 32, salt: 16 };

/** How many are hashed at once in this thread, and how many may wait: sign-ins must not eat the machine. */
const LANE = { atOnce: 2, waiting: 40 };

/** Too many sign-ins at once; told as `sign-in-busy`. */
export class PasswordsBusy extends Error {
  override name = 'PasswordsBusy';
}

export type Passwords = {
  /** Whether one more would be turned away. */
  isBusy(): boolean;
  /** A PHC string. Throws `PasswordsBusy`. */
  hash(password: string): Promise<string>;
  /** Takes as long whether there is a hash to compare with or not. Throws `PasswordsBusy`. */
  isRight(password: string, kept: string | null): Promise<boolean>;
};

export function passwords(): Passwords {
  const inLane = lane();
  let nobodys: Promise<string> | null = null;
  const hash = (password: string): Promise<string> =>
    inLane(async () => {
      const salt = randomBytes(BYTES.salt);
      return phc(COST, salt, await derive(password, COST, salt, BYTES.tag));
    });
  /** Made once; anew where too many were waiting for it to be made. */
  const nobodysHash = (): Promise<string> => {
    const made = hash(randomBytes(BYTES.tag).toString('hex'));
    made.catch(() => {
      nobodys = null;
    });
    return made;
  };
  return {
    hash,
    isBusy: inLane.isFull,
    async isRight(password, kept) {
      nobodys ??= nobodysHash();
      const { cost, salt, tag } = readPhc(kept ?? (await nobodys));
      const derived = await inLane(() => derive(password, cost, salt, tag.length));
      return timingSafeEqual(derived, tag) && kept !== null;
    },
  };
}

type Cost = typeof COST;

/** The same letters are the same password, however a keyboard composes them (RFC 8265 §4.2). */
const derive = async (password: string, cost: Cost, salt: Buffer, tagLength: number): Promise<Buffer> =>
  Buffer.from(
    await hashing('argon2id', { message: password.normalize('NFC'), nonce: salt, tagLength, ...cost }),
  );

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

function phc({ memory, passes, parallelism }: Cost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

function readPhc(text: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const read = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(text);
  if (!read) throw new Error('a password is kept in a form we did not write');
  const [, memory, passes, parallelism, salt = '', tag = ''] = read;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

type Lane = { <T>(work: () => Promise<T>): Promise<T>; isFull: () => boolean };

function lane(): Lane {
  let running = 0;
  const waiting: (() => void)[] = [];
  const isFull = (): boolean => running >= LANE.atOnce && waiting.length >= LANE.waiting;
  const inLane = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= LANE.atOnce) {
      if (isFull()) throw new PasswordsBusy('too many passwords to look at');
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      // The turn goes over to the next; without one it is given back.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  return Object.assign(inLane, { isFull });
}
