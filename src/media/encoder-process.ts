import os from 'node:os';
import type { Region } from '../domain/media.ts';
import { decode, encode } from './encode.ts';
import type { Decoded } from './encode.ts';
import { inspect } from './inspect.ts';
import type { Inspected } from './picture.ts';
import type { Printed, Rendition, RenditionSpec } from './renditions.ts';

/**
 * The process pictures are decoded and encoded in. Decoders are native code that reads what strangers sent: here they
 * have no network, no secret, no file but our sources, and where one breaks, no reader's connection breaks with it.
 */
export type Question =
  | { ask: 'inspect'; bytes: Uint8Array }
  /** Decodes and keeps a picture at this size in px, in place of the one before. */
  | { ask: 'decode'; bytes: Uint8Array; width: number; height: number; region: Region | null }
  /** A rendition of the picture that is kept. */
  | { ask: 'encode'; spec: RenditionSpec; printed: Printed };

export type Answers = { inspect: Inspected; decode: null; encode: Rendition };
export type Answer<Asked extends Question> = Answers[Asked['ask']];

export type EncoderRequest = { id: number; question: Question };
export type EncoderReply = { id: number; answer: Answers[Question['ask']] } | { id: number; failed: string };

/** Said once, before any reply. */
export type Ready = 'ready';

/** Whatever serves readers goes first, in the scheduler's eyes (`nice`). */
const NICE = 10;

let kept: Decoded | null = null;

async function answer(question: Question): Promise<Answer<Question>> {
  if (question.ask === 'inspect') return inspect(question.bytes);
  if (question.ask === 'encode') return encode(kept!, question.spec, question.printed);
  kept = null;
  kept = await decode(question.bytes, question.width, question.height, question.region);
  return null;
}

async function reply({ id, question }: EncoderRequest): Promise<EncoderReply> {
  try {
    return { id, answer: await answer(question) };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

os.setPriority(NICE);
// Ctrl-C reaches the whole group of processes; this one is ended by the one that started it, in its own order.
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit(0));
process.on('message', (request: EncoderRequest) => {
  void reply(request).then((message) => process.connected && process.send!(message));
});
process.send!('ready' satisfies Ready);
