/**
 * A preview of a picture: `4x3:` (columns and rows, one digit each) and then one colour a cell as six (or three) hex
 * digits, row by row. It stands in the page for what is still on its way and needs neither a style attribute nor a data URL. We
 * write six: three would save 36 bytes, and tint what is grey.
 */
export type Blur = { columns: number; rows: number; colors: string[] };

const BLUR = /^([1-9])x([1-9]):([0-9a-f]+)$/;

/** Null where it is none. */
export function readBlur(text: string): Blur | null {
  const [, columns, rows, cells = ''] = BLUR.exec(text) ?? [];
  const digits = cells.length / (Number(columns) * Number(rows));
  if (digits !== 3 && digits !== 6) return null;
  const colors = cells.match(digits === 3 ? /.{3}/g : /.{6}/g) ?? [];
  return { columns: Number(columns), rows: Number(rows), colors: colors.map((color) => `#${color}`) };
}

/** `rgb`: three bytes a cell. */
export function writeBlur(columns: number, rows: number, rgb: Uint8Array): string {
  return `${columns}x${rows}:${rgb.subarray(0, columns * rows * 3).toHex()}`;
}
