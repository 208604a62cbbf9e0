import type { FieldError } from '../errors.ts';
import { breaks, faultAt, type Wrong } from '../faults.ts';

type Limits = { nodes: number; depth: number; errors: number };

/** What one check has seen so far: the faults found, and whether it is worth going on. */
export class Reading {
  readonly errors: FieldError[] = [];
  readonly #limits: Limits;
  #nodes = 0;
  #tooMany = false;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get stopped(): boolean {
    return this.#tooMany || this.errors.length >= this.#limits.errors;
  }

  /** Notes the fault and gives null, so that a reader can return it. */
  refuse(pointer: string, wrong: Wrong): null {
    if (!this.stopped) this.errors.push(faultAt(pointer, wrong));
    return null;
  }

  /** Whether one more node, this deep, is still within bounds. */
  enter(pointer: string, depth: number): boolean {
    this.#nodes += 1;
    if (depth > this.#limits.depth) {
      this.refuse(pointer, breaks('too-deep', `lies more than ${this.#limits.depth} levels deep`));
      return false;
    }
    if (this.#nodes > this.#limits.nodes) {
      this.refuse(
        pointer,
        breaks('too-many-nodes', `is one node too many; at most ${this.#limits.nodes} are taken`),
      );
      this.#tooMany = true;
    }
    return !this.stopped;
  }

  /** Refuses every member of the object besides those named. */
  onlyMembers(object: object, pointer: string, members: readonly string[]): void {
    for (const key of Object.keys(object)) {
      if (this.stopped) return;
      if (!members.includes(key)) this.refuse(`${pointer}/${escape(key)}`, 'is not known here');
    }
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What was given, short enough to be shown back. */
export function quote(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(shorten(value)) : `a value of type ${typeof value}`;
}

/** A member's name as a JSON pointer writes it (RFC 6901 §3). */
function escape(key: string): string {
  return shorten(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

function shorten(text: string): string {
  return text.length <= 64 ? text.toWellFormed() : `${text.slice(0, 63).toWellFormed()}…`;
}
