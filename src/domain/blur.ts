/**
 * A preview of a picture: `4x3:` (columns and rows, one digit each) and then one colour a cell as three hex digits,
 * row by row. 40 bytes stand in the page for what is still on its way; no style attribute and no data URL is needed.
 */
export type Blur = { columns: number; rows: number; colors: string[] };

const BLUR = /^([1-9])x([1-9]):((?:[0-9a-f]{3})+)$/;

/** Null where it is none. */
export function readBlur(text: string): Blur | null {
  const [, columns, rows, cells = ''] = BLUR.exec(text) ?? [];
  const colors = cells.match(/.{3}/g) ?? [];
  if (columns === undefined || colors.length !== Number(columns) * Number(rows)) return null;
  return { columns: Number(columns), rows: Number(rows), colors: colors.map((color) => `#${color}`) };
}

/** `rgb`: three bytes a cell. */
export function writeBlur(columns: number, rows: number, rgb: Uint8Array): string {
  const digits = Array.from(rgb.subarray(0, columns * rows * 3), (value) =>
    Math.round(value / 17).toString(16),
  );
  return `${columns}x${rows}:${digits.join('')}`;
}
