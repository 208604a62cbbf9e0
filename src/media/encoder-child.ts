import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { Answer, EncoderReply, EncoderRequest, Question, Ready } from './encoder-process.ts';

/** The encoder's process ended under a picture, or gave no answer for longer than we wait and was ended. */
export class EncoderBroke extends Error {
  override name = 'EncoderBroke';
}

export type EncoderChild = {
  pid: number;
  /** Rejects with `EncoderBroke`, with what `end` was given, or with a plain `Error` in the process's own words. */
  ask: <Asked extends Question>(question: Asked) => Promise<Answer<Asked>>;
  /** Kills it; what was asked and not answered is rejected with `reason`. Resolves when it is gone. */
  end: (reason: Error) => Promise<void>;
  /** Resolves when it is gone, with why. */
  gone: Promise<Error>;
};

const root = path.resolve(import.meta.dirname, '../..');

/** What it needs to read; parts may be installed elsewhere and linked to. */
const READABLE = ['src', 'node_modules', 'package.json']
  .map((name) => path.join(root, name))
  .flatMap((place) => (fs.existsSync(place) ? [place, fs.realpathSync(place)] : []));

/** Our sources and parts, native ones too: no other file, no network, no further process (Node's permission model). */
const PERMISSIONS = [
  '--permission',
  '--allow-addons',
  ...new Set(READABLE.map((place) => `--allow-fs-read=${place}`)),
];

/** @param patience How long one question may take, in ms. */
export function startChild(patience: number): EncoderChild {
  const child = fork(path.join(import.meta.dirname, 'encoder-process.ts'), {
    execArgv: PERMISSIONS,
    // Nothing of ours goes along, no password and no address; few arenas, so that freed memory goes back.
    env: { MALLOC_ARENA_MAX: '2' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  goFirst(child.pid);
  const asked = new Map<number, (reply: EncoderReply | Error) => void>();
  const lastWords = lastWordsOf(child);
  let last = 0;
  let ready = false;
  let over: Error | null = null;

  const { promise: gone, resolve: isGone } = Promise.withResolvers<Error>();
  const ended = (error: Error) => {
    over ??= error;
    for (const settle of asked.values()) settle(over);
    isGone(over);
  };
  const giveUp = (reason: Error) => {
    over ??= reason;
    child.kill('SIGKILL');
  };
  child.on('message', (reply: EncoderReply | Ready) => {
    if (reply === 'ready') ready = true;
    else asked.get(reply.id)?.(reply);
  });
  child.once('error', ended);
  child.once('exit', (code, signal) => {
    const how = `(${signal ?? code}) ${lastWords()}`.trim();
    // One that ended by itself before it was ready never worked, and no picture is to blame.
    const neverWorked = !ready && signal === null;
    ended(
      neverWorked
        ? new Error(`the encoder did not start ${how}`)
        : new EncoderBroke(`the encoder ended ${how}`),
    );
  });

  async function put(question: Question): Promise<EncoderReply> {
    if (over) throw over;
    const id = (last += 1);
    const late = () => giveUp(new EncoderBroke(`the encoder gave no answer for ${patience} ms`));
    const deadline = setTimeout(late, patience);
    const { promise, resolve, reject } = Promise.withResolvers<EncoderReply>();
    asked.set(id, (reply) => (reply instanceof Error ? reject(reply) : resolve(reply)));
    const request: EncoderRequest = { id, question };
    // Where it cannot be sent any more, `exit` follows and settles it.
    child.send(request, () => {});
    return promise.finally(() => {
      clearTimeout(deadline);
      asked.delete(id);
    });
  }

  return {
    pid: child.pid ?? 0,
    gone,
    async ask<Asked extends Question>(question: Asked) {
      const reply = await put(question);
      if ('failed' in reply) throw new Error(reply.failed);
      return reply.answer as Answer<Asked>;
    },
    async end(reason) {
      giveUp(reason);
      await gone;
    },
  };
}

/** Where memory runs out, Linux is to end the encoder and not the newsroom (`proc_pid_oom_score_adj(5)`). Elsewhere nothing is done. */
function goFirst(pid: number | undefined): void {
  if (process.platform === 'linux' && pid !== undefined)
    fs.writeFile(`/proc/${pid}/oom_score_adj`, '800', () => {});
}

/** What is kept of what it said on standard error, in UTF-16 units. */
const LAST_WORDS = 500;

function lastWordsOf(child: ChildProcess): () => string {
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (said: string) => {
    words = (words + said).slice(-LAST_WORDS);
  });
  return () => words.trim();
}
