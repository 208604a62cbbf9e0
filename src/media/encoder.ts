import { PicturesBusy } from '../domain/errors.ts';
import type { Region } from '../domain/media.ts';
import { EncoderBroke, startChild } from './encoder-child.ts';
import type { EncoderChild } from './encoder-child.ts';
import { openLane } from './lane.ts';
import type { Inspected } from './picture.ts';
import { damaged } from './refusals.ts';
import type { Printed, Rendition, RenditionSpec } from './renditions.ts';

/** The original's bytes, or how to get at them when its turn comes: then those who wait hold none. */
export type Original = Uint8Array | (() => Promise<Uint8Array>);

/** Pictures looked at and encoded in a process of their own (`encoder-process.ts`), never on a thread that serves. */
export type Encoder = {
  /**
   * A picture that breaks the decoder, or holds it up, is refused as damaged. Throws `PicturesBusy` where too many
   * wait already, `EncoderClosed` once closed, an `Error` where the process cannot start.
   */
  inspect: (bytes: Uint8Array) => Promise<Inspected>;
  /**
   * Makes these renditions in this order, one picture at a time. Each is handed over as it is ready, and the next one
   * waits until `onDone` has put it away. Rejects with what `onDone` or the original threw, with `EncoderClosed` where
   * it was closed before the last, with `EncoderBroke` or an `Error` where the picture could not be encoded.
   */
  encode: (
    original: Original,
    specs: readonly RenditionSpec[],
    printed: Printed,
    onDone: (rendition: Rendition) => Promise<void> | void,
    /** Which part of the picture they are of; left out: the whole. */
    region?: Region | null,
  ) => Promise<void>;
  /** The number of its process while there is one. */
  pid: () => number | null;
  /** Ends the process at once; what is waiting or under way is rejected. */
  close: () => Promise<void>;
};

export class EncoderClosed extends Error {
  override name = 'EncoderClosed';
}

export type EncoderSetting = {
  /** After how long without work the process is ended, in ms. */
  idle?: number;
  /** How long one inspection or one rendition may take before the process is given up, in ms. */
  patience?: number;
  /** Told of every process that ended by itself or had to be given up: for the log. */
  onBroke?: (error: Error) => void;
};

/** Inspections that may wait, each with its bytes. */
const MAX_WAITING = 16;

const MINUTE = 60_000;

/** Starts nothing yet: the process comes with the first picture, and goes when there was none for a while. */
export function openEncoder({ idle = MINUTE, patience = MINUTE, onBroke }: EncoderSetting = {}): Encoder {
  // Two lanes: an editor who waits for a picture to be looked at does not wait for another one's AVIF.
  const inspections = openLane();
  const encodings = openLane();
  let child: EncoderChild | null = null;
  let closed: EncoderClosed | null = null;
  let working = 0;
  let idling: NodeJS.Timeout | undefined;

  function running(): EncoderChild {
    if (closed) throw closed;
    if (child) return child;
    const started = startChild(patience);
    child = started;
    void started.gone.then((why) => {
      if (child === started) child = null;
      if (why instanceof EncoderBroke) onBroke?.(why);
    });
    return started;
  }

  /** A job with the process, which is not idle meanwhile. */
  async function work<Result>(job: (process: EncoderChild) => Promise<Result>): Promise<Result> {
    clearTimeout(idling);
    working += 1;
    try {
      return await job(running());
    } finally {
      working -= 1;
      if (working === 0 && !closed) idling = setTimeout(rest, idle).unref();
    }
  }

  function rest(): void {
    void child?.end(new Error('the encoder was idle'));
    child = null;
  }

  return {
    pid: () => child?.pid ?? null,
    async inspect(bytes) {
      if (inspections.waiting() >= MAX_WAITING)
        throw new PicturesBusy('too many pictures wait to be looked at');
      return inspections.run(async () => work(async (process) => inspectIn(process, bytes)));
    },
    async encode(original, specs, printed, onDone, region = null) {
      return encodings.run(async () =>
        work(async (process) => encodeIn(process, { original, region }, specs, printed, onDone)),
      );
    },
    async close() {
      closed ??= new EncoderClosed('the encoder is closed');
      clearTimeout(idling);
      await child?.end(closed);
    },
  };
}

async function inspectIn(process: EncoderChild, bytes: Uint8Array): Promise<Inspected> {
  try {
    return await process.ask({ ask: 'inspect', bytes });
  } catch (error) {
    if (error instanceof EncoderBroke) return damaged();
    throw error;
  }
}

async function encodeIn(
  process: EncoderChild,
  { original, region }: { original: Original; region: Region | null },
  specs: readonly RenditionSpec[],
  printed: Printed,
  onDone: (rendition: Rendition) => Promise<void> | void,
): Promise<void> {
  const [first, ...others] = specs;
  if (!first) return;
  const { width, height } = others.reduce((one, other) => (other.width > one.width ? other : one), first);
  const bytes = typeof original === 'function' ? await original() : original;
  await process.ask({ ask: 'decode', bytes, width, height, region });
  for (const spec of specs) await onDone(await process.ask({ ask: 'encode', spec, printed }));
}
