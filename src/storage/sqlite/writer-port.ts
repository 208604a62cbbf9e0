import type { MessagePort } from 'node:worker_threads';
import { StorageUnavailable } from '../../domain/errors.ts';
import type { WriteName } from '../engine.ts';
import type { WriteReply } from './writer-thread.ts';

/** A thread's way to the writer: asks for a write by name, is answered with its result. */
export type WriterPort = { write: (name: WriteName, args: unknown[]) => Promise<unknown>; close: () => void };

export function writerAt(port: MessagePort): WriterPort {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let open = true;
  port.on('message', (reply: WriteReply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('result' in reply) asked?.resolve(reply.result);
    else asked?.reject(reply.unavailable ? unavailable(reply.error) : reply.error);
  });
  port.on('close', () => {
    open = false;
    for (const asked of waiting.values()) asked.reject(stopping());
    waiting.clear();
  });
  return {
    async write(name, args) {
      if (!open) throw stopping();
      const asked = Promise.withResolvers<unknown>();
      last += 1;
      waiting.set(last, asked);
      port.postMessage({ id: last, name, args });
      return asked.promise;
    },
    close() {
      open = false;
      port.close();
    },
  };
}

const stopping = () => new StorageUnavailable('the server is stopping');

/** The same error in this thread's class. */
export function unavailable(error: unknown): StorageUnavailable {
  const { message, cause } = error as Error;
  return new StorageUnavailable(message, { cause });
}
