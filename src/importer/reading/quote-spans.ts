/** A stretch of somebody's words between quotation marks; `from` and `to` include the marks. */
export type QuoteSpan = {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The marks were closed; a paragraph of a longer quotation may leave them open. */
  readonly closed: boolean;
};

const LONGEST = 20_000;

/** The quotations of a paragraph: “…”, "…", «…», „…“, and single marks where a paragraph has no double ones. */
export function quoteSpans(paragraph: string): readonly QuoteSpan[] {
  if (paragraph.length > LONGEST) return [];
  const double = doubleSpans(paragraph);
  return double.length > 0 ? double : singleSpans(paragraph);
}

function doubleSpans(text: string): readonly QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  let from = -1;
  for (const mark of text.matchAll(/[“”"«»„‟]|''(?!')/gu)) {
    const at = mark.index;
    const opens = opensAt(text, at, mark[0]);
    if (from < 0) {
      if (opens) from = at;
    } else if (!opens || !isOpening(mark[0])) {
      spans.push(span(text, from, at + mark[0].length, mark[0].length, true));
      from = -1;
    }
  }
  if (from >= 0) spans.push(span(text, from, text.length, 0, false));
  return spans.filter(({ text: words }) => words !== '');
}

function opensAt(text: string, at: number, mark: string): boolean {
  if (mark === '“' || mark === '«' || mark === '„')
    return mark !== '“' || !/[„]/.test(text.slice(Math.max(0, at - 2000), at)) || boundary(text, at);
  return mark !== '»' && boundary(text, at);
}

/** Something begins here: the start, a space, an opening bracket or a dash stands before. */
function boundary(text: string, at: number): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  return (
    (before === undefined || /[\s([{—–-]/.test(before)) && after !== undefined && !/[\s,.;:!?)]/.test(after)
  );
}

function isOpening(mark: string): boolean {
  return mark === '"' || mark === '“' || mark === "''";
}

function span(text: string, from: number, to: number, mark: number, closed: boolean): QuoteSpan {
  const inner = text.slice(from + (text.startsWith("''", from) ? 2 : 1), to - mark);
  return { from, to, text: inner.trim(), closed };
}

const SINGLE = /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}[])/gu;

function singleSpans(text: string): readonly QuoteSpan[] {
  const spans: QuoteSpan[] = [];
  let end = 0;
  for (const opening of text.matchAll(SINGLE)) {
    if (opening.index < end || spans.length > 200) continue;
    const close = closingSingle(text, opening.index + 1);
    if (close < 0) continue;
    end = close + 1;
    spans.push({
      from: opening.index,
      to: end,
      text: text.slice(opening.index + 1, close).trim(),
      closed: true,
    });
  }
  return spans;
}

/** A closing single mark stands after a stop; an apostrophe seldom does. */
function closingSingle(text: string, from: number): number {
  const sure = /[,.!?…][’'](?=[\s)]|$)/g;
  sure.lastIndex = from;
  const found = sure.exec(text);
  return found ? found.index + 1 : -1;
}
