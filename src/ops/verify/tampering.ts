import { emptied, TABLES, type Opened } from '../../storage/contract/opened.ts';
import type { Found } from './differs.ts';

/** For tests: one thing done behind storage's back, and what it must be found as. */
export type Tampering = { does: string; sql: string; story: string; found: Found };

/** Keeps every table as it is; what is returned puts it back. */
export async function kept(opened: Opened): Promise<() => Promise<void>> {
  const { execute } = opened;
  for (const table of TABLES) await execute(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
  return async () => {
    for (const table of TABLES) {
      await emptied(opened, table);
      await execute(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  };
}

/** What each column of a row is tampered with: a number is one off, a text has one character changed. */
export async function everyColumn(
  { execute }: Opened,
  table: string,
  where: string,
): Promise<{ column: string; sql: string }[]> {
  const [row] = await execute(`SELECT * FROM ${table} WHERE ${where}`);
  if (!row) throw new Error(`no row to tamper with: ${table} where ${where}`);
  return Object.entries(row).map(([column, value]) => ({
    column,
    sql: `UPDATE ${table} SET "${column}" = ${changed(column, value)} WHERE ${where}`,
  }));
}

function changed(column: string, value: unknown): string {
  // Taken by columns of either kind.
  if (value === null) return `'7'`;
  if (typeof value === 'number') return `"${column}" + 1000`;
  return `'${(value as string).startsWith('x') ? 'y' : 'x'}' || substr("${column}", 2)`;
}
