import type { FieldError } from '../domain/errors.ts';
import { breaks, faultAt } from '../domain/faults.ts';
import type { Top } from '../domain/story.ts';
import { Fields } from './fields.ts';
import { readTop, type TopInput } from './top-fields.ts';
import { happens, type Scene, type Verb } from './verb.ts';

/** Writes the top through: headline, dek, lead, byline, credit and summary are versions of one thing. */
export function writeTop(input: TopInput): Verb {
  return (scene) => {
    const fields = new Fields();
    const before = scene.story.top;
    const top = readTop(fields, before, input, scene.pictures);
    if (input.summary !== undefined) fields.errors.push(...summaryFaults(scene, top));
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return same(top, before) ? happens() : happens({ kind: 'top', top });
  };
}

/** A summary line rests on an update of this story whose words stand. */
function summaryFaults(scene: Scene, top: Top): FieldError[] {
  return top.summary.flatMap(({ updateId }, at) => {
    if (updateId === null) return [];
    const pointer = `/summary/${at}/updateId`;
    const update = scene.updates.get(updateId);
    if (!update) return [faultAt(pointer, breaks('not-of-story'))];
    return update.status === 'retracted' ? [faultAt(pointer, breaks('rests-on-retracted'))] : [];
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
