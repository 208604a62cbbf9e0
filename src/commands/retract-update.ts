import { Fields } from './fields.ts';
import { happens, standing, type Verb } from './verb.ts';

/** Takes an update back: a stub with the reason stays at its place and its address, its words are in no output. */
export function retractUpdate(updateId: string, reason: string): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    if (found.type !== 'standing') return found;
    const fields = new Fields();
    const why = fields.text('/reason', reason);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return happens({ kind: 'retraction', updateId, reason: why });
  };
}
