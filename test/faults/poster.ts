import { pause } from '../support/server-process.ts';
import { reasonOf } from './reason.ts';

/** A reporter who posts on and on; what fails is sent again under the same key until it is acknowledged. */
export type Poster = {
  /** Texts the server has acknowledged. */
  readonly acknowledged: string[];
  /** Texts sent at least once. */
  readonly sent: string[];
  /** Why a text was sent again, each time. */
  readonly failures: readonly string[];
  readonly faults: string[];
  /** Sends no new text; resolves once the last one is acknowledged. */
  finish(): Promise<void>;
};

/** How long an answer is waited for, ms. */
const WITHIN = 60_000;

/** Of an answer's body, characters. */
const TOLD = 300;

type Pace = {
  /** Between two texts, and before a text is sent again, ms. */
  every?: number;
  again?: number;
  /** Told when a text is sent for the first time. */
  sending?: (text: string) => void;
};

export function poster(
  url: string,
  slug: string,
  token: string,
  name: string,
  { every = 0, again = 10, sending = () => undefined }: Pace = {},
): Poster {
  const acknowledged: string[] = [];
  const sent: string[] = [];
  const faults: string[] = [];
  const failures: string[] = [];
  const last = new AbortController();

  const failed = (text: string, why: string): false => {
    failures.push(`${text}: ${why}`);
    return false;
  };
  const send = async (text: string): Promise<boolean> => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': text,
    };
    const body = JSON.stringify({ markdown: text });
    const answer = await fetch(`${url}/api/v1/stories/${slug}/updates`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(WITHIN),
    }).catch(reasonOf);
    if (typeof answer === 'string') return failed(text, answer);
    const told = await answer.text().catch(() => null);
    if (answer.status === 201 && told !== null) return true;
    if (answer.status < 500 && answer.status !== 409) faults.push(`${answer.status} to ${text}: ${told}`);
    return failed(text, `${answer.status}: ${told?.slice(0, TOLD)}`);
  };
  const run = async (): Promise<void> => {
    for (let count = 1; !last.signal.aborted; count += 1) {
      const text = `${name} update ${count}`;
      sent.push(text);
      sending(text);
      while (!(await send(text))) await pause(again);
      acknowledged.push(text);
      if (every > 0) await pause(every);
    }
  };
  const done = run();
  return {
    acknowledged,
    sent,
    faults,
    failures,
    async finish() {
      last.abort();
      await done;
    },
  };
}
