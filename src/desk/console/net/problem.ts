import type { FieldError } from '../../../domain/errors.ts';
import type { ProblemName } from '../../../web/problem-types.ts';

/** What the server's problem is called; or why there was no answer at all. */
export type ProblemType =
  | ProblemName
  | 'offline'
  | 'unreachable'
  | 'not-reached'
  | 'too-slow'
  | 'not-understood';

type Told = {
  type: string;
  /** 0: there was no answer. */
  status: number;
  title?: string;
  detail?: string;
  errors?: FieldError[];
  retryAfter?: number | null;
  /** The whole body, for what some problems tell beside (`DraftMovedWire`). */
  body?: Record<string, unknown>;
};

/** Why something was not done. What one had typed is untouched by it. */
export class Problem extends Error {
  override name = 'Problem';
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Seconds to wait, where the server says so. */
  readonly retryAfter: number | null;
  readonly body: Record<string, unknown>;

  constructor({ type, status, title = '', detail = '', errors = [], retryAfter = null, body = {} }: Told) {
    super(`${type}: ${detail || title}`);
    this.type = type;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.retryAfter = retryAfter;
    this.body = body;
  }

  /** There was no answer: it may or may not have been done, and goes out again with the same key. */
  get noAnswer(): boolean {
    return this.status === 0;
  }

  /** Trying again, unchanged, may help. */
  get mayPass(): boolean {
    return this.noAnswer || this.status >= 500 || this.status === 429 || this.status === 408;
  }
}
