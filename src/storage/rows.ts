/** `topWrittenAt` → `top_written_at`. */
type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;

/** How a value of T lies in a table: snake_case columns, JSON as text, flags as 0 or 1. */
export type RowOf<T, Json extends keyof T = never, Flag extends keyof T = never> = {
  [K in keyof T & string as Snake<K>]: K extends Json ? string : K extends Flag ? number : T[K];
};

export type Codec<T, Row> = { toRow: (value: T) => Row; fromRow: (row: Row) => T };

/** Between a domain value and its row; `json` and `flags` name the fields that are not kept as they are. */
export function codec<
  T extends object,
  Json extends keyof T & string = never,
  Flag extends keyof T & string = never,
>(fields: { json?: Json[]; flags?: Flag[] } = {}): Codec<T, RowOf<T, Json, Flag>> {
  const json = new Set<string>(fields.json);
  const flags = new Set<string>(fields.flags);
  const written = (key: string, field: unknown): unknown => {
    if (json.has(key)) return JSON.stringify(field);
    return flags.has(key) ? Number(field === true) : field;
  };
  const read = (key: string, field: unknown): unknown => {
    if (json.has(key)) return JSON.parse(field as string);
    return flags.has(key) ? field === 1 : field;
  };
  return {
    toRow(value) {
      const row: Record<string, unknown> = {};
      for (const [key, field] of Object.entries(value)) row[snake(key)] = written(key, field);
      return row as RowOf<T, Json, Flag>;
    },
    fromRow(row) {
      const value: Record<string, unknown> = {};
      for (const [column, field] of Object.entries(row)) {
        const key = camel(column);
        value[key] = read(key, field);
      }
      return value as T;
    },
  };
}

const snake = remembered((key) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const camel = remembered((column) =>
  column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
);

/** Names of fields and columns are few and asked for with every row. */
function remembered(make: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    let made = known.get(name);
    if (made === undefined) {
      made = make(name);
      known.set(name, made);
    }
    return made;
  };
}
