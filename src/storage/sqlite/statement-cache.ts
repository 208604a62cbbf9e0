/** As many statements as are kept ready; a server asks about a hundred different ones. */
const KEPT = 200;

/** Prepared statements by their text. Lists of ids make new texts without end: the one not used for longest goes. */
export function statementCache<T>(prepare: (text: string) => T, kept = KEPT): (text: string) => T {
  const ready = new Map<string, T>();
  return (text) => {
    let statement = ready.get(text);
    if (statement === undefined) statement = prepare(text);
    else ready.delete(text);
    ready.set(text, statement);
    if (ready.size > kept) ready.delete(ready.keys().next().value ?? text);
    return statement;
  };
}
