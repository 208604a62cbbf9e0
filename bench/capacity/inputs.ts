import fs from 'node:fs';
import figures from './figures.json' with { type: 'json' };

type Given = typeof figures;
type Values<Group> = { [Name in keyof Group]: number };

/** What a night is reckoned from: figures by group and name, each in the unit its file says. */
export type Inputs = { [Group in Exclude<keyof Given, 'measured'>]: Values<Given[Group]> } & {
  measured: Given['measured'];
};

/** Our figures; those of `over`, a file with some of them, stand in place of ours. */
export function readInputs(over?: string): Inputs {
  const others = (over ? JSON.parse(fs.readFileSync(over, 'utf8')) : {}) as Partial<Given>;
  const groups = Object.entries(figures).map(([group, ours]) => {
    const merged = { ...ours, ...others[group as keyof Given] };
    if (group === 'measured') return [group, merged];
    return [group, Object.fromEntries(Object.entries(merged).map(([name, of]) => [name, valueOf(of)]))];
  });
  return Object.fromEntries(groups) as Inputs;
}

const valueOf = (figure: unknown): number =>
  typeof figure === 'number' ? figure : (figure as { value: number }).value;
