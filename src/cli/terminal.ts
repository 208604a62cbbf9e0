import type { WriteStream } from 'node:tty';
import { styleText, type InspectColor } from 'node:util';

type Stream = NodeJS.WritableStream & Partial<Pick<WriteStream, 'isTTY'>>;

/** Where a command speaks: results on `out`, all else on `err`. */
export type Terminal = {
  /** A line of the result. */
  print(line: string): void;
  /** A piece of the result, as it is; resolves once it was taken, also by a reader who has left. */
  write(piece: string): Promise<void>;
  json(value: unknown): void;
  /** A line beside the result. */
  note(line: string): void;
  warn(line: string): void;
  /** Bold on a terminal, where colours are wanted (`NO_COLOR`, `FORCE_COLOR`). */
  bold(text: string): string;
  /** Over a long piece of work: shows how far it is, from the second on. */
  progress(what: string): Progress;
};

export type Progress = { at(done: number, total: number): void; end(): void };

export function openTerminal(out: Stream, err: Stream, now: () => number = Date.now): Terminal {
  survivesItsReader(out);
  survivesItsReader(err);
  const say = (stream: Stream, line: string): void => void stream.write(`${line}\n`);
  return {
    print: (line) => say(out, line),
    write: (piece) => new Promise((resolve) => out.write(piece, () => resolve())),
    json: (value) => say(out, JSON.stringify(value, null, 2)),
    note: (line) => say(err, line),
    warn: (line) => say(err, `${styled(err, 'yellow', 'Warning:')} ${line}`),
    bold: (text) => styled(out, 'bold', text),
    progress: (what) => progressOn(err, what, now),
  };
}

function styled(stream: Stream, format: InspectColor, text: string): string {
  return styleText(format, text, { stream, validateStream: true });
}

/** `… | head` closes the pipe when it has seen enough: the work goes on and ends as it would have. */
function survivesItsReader(stream: Stream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Before this, nothing is shown, ms. */
const QUIET = 1000;
/** A terminal's line is drawn anew this often, and a file or pipe gets a line this often, ms. */
const REDRAW = 100;
const NEW_LINE = 5000;

export function progressOn(stream: Stream, what: string, now: () => number): Progress {
  const started = now();
  let shownAt: number | null = null;
  const due = (): boolean => {
    const every = stream.isTTY ? REDRAW : NEW_LINE;
    return shownAt === null ? now() - started >= QUIET : now() - shownAt >= every;
  };
  return {
    at(done, total) {
      if (!due()) return;
      shownAt = now();
      const line = `${what}: ${done} of ${total}`;
      stream.write(stream.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (shownAt !== null && stream.isTTY) stream.write('\r\u001b[K');
    },
  };
}
