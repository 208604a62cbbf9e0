import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { Cores } from '../../bench/capacity/cores.ts';
import { readInputs } from '../../bench/capacity/inputs.ts';
import { loads, nodesFor, readersFor } from '../../bench/capacity/limits.ts';
import { simulate, type Setting } from '../../bench/capacity/simulate.ts';

const inputs = readInputs();
const machine: Setting = { readers: 10_000, nodes: 1, cores: 2, cdn: false, by: 'streams' };

/** Goes on in steps of ten milliseconds until nothing waits. */
function settle(cores: Cores): void {
  for (let now = 0.01; cores.backlog > 1e-9; now += 0.01) cores.go(now, 0.01);
}

test('an event is with 99 of 100 readers once the cores have written to so many', () => {
  const cores = new Cores(2, 20e-6);
  cores.happen(0, 10_000);
  settle(cores);
  assert.ok(Math.abs(cores.delays[0]! - 0.099) < 0.001, `${cores.delays[0]}`);
  assert.equal(Math.round(cores.writes), 10_000);
});

test('of ten events at once each reader is written to once', () => {
  const cores = new Cores(2, 20e-6);
  for (let count = 0; count < 10; count += 1) cores.happen(0, 10_000);
  settle(cores);
  assert.equal(Math.round(cores.writes), 10_000);
  assert.equal(cores.delays.length, 10);
  assert.ok(Math.max(...cores.delays) < 0.1);
});

test('who comes in between costs those who wait for an event no more than half of the time', () => {
  const cores = new Cores(1, 20e-6);
  cores.take(10);
  cores.happen(0, 5_000);
  settle(cores);
  assert.ok(Math.abs(cores.delays[0]! - 0.198) < 0.002, `${cores.delays[0]}`);
});

const wait = (over: Partial<Setting>): number =>
  simulate(inputs, { ...machine, ...over }).typical - inputs.cpu.beforeDelivery;

test('twice the readers wait twice as long, and on twice the cores half as long', () => {
  const once = wait({ readers: 40_000 });
  assert.ok(Math.abs(wait({ readers: 80_000 }) / once - 2) < 0.25);
  assert.ok(Math.abs(wait({ readers: 40_000, cores: 4 }) / once - 0.5) < 0.1);
});

test('where the cores cannot keep up, it says so rather than a time', () => {
  const night = simulate(inputs, { ...machine, readers: 100_000_000 });
  assert.equal(night.worst, Infinity);
  assert.equal(loads(inputs, machine, night)[0]?.what, 'the wait for an event');
});

test('the fewest nodes hold the readers, and one fewer does not', () => {
  const asked = { readers: 1_000_000, cores: 4, cdn: true, by: 'streams' } as const;
  const nodes = nodesFor(inputs, asked);
  assert.ok(nodes !== null && nodes > 2);
  const nearest = (count: number): number => {
    const setting = { ...asked, nodes: count };
    return loads(inputs, setting, simulate(inputs, setting))[0]!.load;
  };
  assert.ok(nearest(nodes) <= 1);
  assert.ok(nearest(nodes - 1) > 1);
  assert.ok(readersFor(inputs, { cores: 4, cdn: true, by: 'streams', nodes }) >= 0.98e6);
});

test('figures of one’s own stand in place of ours', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-figures-'));
  const file = path.join(folder, 'figures.json');
  fs.writeFileSync(file, '{"cpu": {"perDelivery": 40}}');
  const own = readInputs(file);
  fs.rmSync(folder, { recursive: true });
  assert.equal(own.cpu.perDelivery, 40);
  assert.equal(own.cpu.perPage, inputs.cpu.perPage);
});

/** What stands in a table and around it, but for how it is laid out. */
const cells = (markdown: string): string[] =>
  markdown
    .split('\n')
    .flatMap((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cell) => !/^-*$/.test(cell));

test('docs/capacity.md has the table that the figures give', async () => {
  const { table, validated } = await import('../../bench/capacity/table.ts');
  const text = fs.readFileSync(path.join(import.meta.dirname, '../../docs/capacity.md'), 'utf8');
  const said = new Set(cells(text));
  const missing = cells(`${table(inputs)}\n${validated(inputs)}`).filter((cell) => !said.has(cell));
  assert.deepEqual(missing, [], 'npm run capacity -- --write');
});
