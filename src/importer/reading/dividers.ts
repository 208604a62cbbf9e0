/** A line that says the story as it first stood begins here; `rest` is what follows on the same line. */
export type Divider = { readonly label: string; readonly rest: string };

const WHOLE =
  /^[\s*_[(-]*(?:here(?:'|’)?s? |read |below is |see |what follows is |and )?(?:our |the |my |here is our |here is the )?(?:original|earlier|previous|initial|first|prior)(?: (?:breaking|news|published))? (?:post|story|article|report|version|entry|coverage|item|piece|text|reporting|blog post|dispatch)(?: (?:is|follows|appears|continues|begins|starts|below|here|from|on|as|published|posted|at|our|the|was|reads|now|,|\d[\d:.]*|[ap]\.?m\.?|[a-z]+day)){0,8}\s?[:.)\]–—*_-]*$/i;
const LABEL =
  /^[\s*_[(]*((?:earlier|previously|original(?:ly)?|before|first (?:report|post)|original (?:post|story|article|report|text|item)|earlier (?:post|story|version|report)|previous (?:post|story|report|version)|from earlier|ursprüngliche meldung|ursprünglicher (?:artikel|text)|article (?:original|initial)|notre article initial|noticia original|texto original|artículo original)(?:,? [^:]{0,30})?\s?(?::|[–—]))[\s*_\])]*/i;

/** Reads a divider at the head of a line, or null. */
export function readDivider(line: string): Divider | null {
  if (line.length <= 140 && WHOLE.test(line)) return { label: line, rest: '' };
  const match = LABEL.exec(line.slice(0, 160));
  if (!match?.[1] || /,? (?:this|last|in|on the)\b/i.test(match[1])) return null;
  const rest = line.slice(match[0].length).trim();
  return /^[a-z]/.test(rest) ? null : { label: match[0].trim(), rest };
}
