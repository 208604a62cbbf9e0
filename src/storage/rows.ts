/** `topWrittenAt` → `top_written_at`. */
type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;

/** How a value of T lies in a table: snake_case columns, JSON as text, flags as 0 or 1. */
export type RowOf<T, Json extends keyof T = never, Flag extends keyof T = never> = {
  [K in keyof T & string as Snake<K>]: K extends Json ? string : K extends Flag ? number : T[K];
};

export type Codec<T, Row> = { toRow(value: T): Row; fromRow(row: Row): T };

/** Between a domain value and its row; `json` and `flags` name the fields that are not kept as they are. */
export function codec<T extends object, Json extends keyof T & string = never, Flag extends keyof T & string = never>(
  fields: { json?: Json[]; flags?: Flag[] } = {},
): Codec<T, RowOf<T, Json, Flag>> {
  const json = new Set<string>(fields.json);
  const flags = new Set<string>(fields.flags);
  return {
    toRow(value) {
      const row: Record<string, unknown> = {};
      for (const [key, field] of Object.entries(value)) {
        row[snake(key)] = json.has(key) ? JSON.stringify(field) : flags.has(key) ? (field ? 1 : 0) : field;
      }
      return row as RowOf<T, Json, Flag>;
    },
    fromRow(row) {
      const value: Record<string, unknown> = {};
      for (const [column, field] of Object.entries(row)) {
        const key = camel(column);
        value[key] = json.has(key) ? JSON.parse(field as string) : flags.has(key) ? field === 1 : field;
      }
      return value as T;
    },
  };
}

const snakes = new Map<string, string>();
const camels = new Map<string, string>();

function snake(key: string): string {
  let known = snakes.get(key);
  if (known === undefined) snakes.set(key, (known = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)));
  return known;
}

function camel(column: string): string {
  let known = camels.get(column);
  if (known === undefined) camels.set(column, (known = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())));
  return known;
}
