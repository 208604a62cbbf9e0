/** What the server takes in, by what the browser says of a file; it looks into the file itself. */
const TAKEN = /^image\/(?:jpeg|png|webp|avif|gif)$/;

/** The pictures among some files, and whether there were others of a kind that cannot be taken. */
export function picturesAmong(files: Iterable<File>): { pictures: File[]; others: number } {
  const all = [...files];
  const pictures = all.filter(({ type }) => TAKEN.test(type));
  return { pictures, others: all.length - pictures.length };
}

/** Files of a paste or a drop. A page's selection brings its pictures as files too: then the text is meant. */
export function filesIn(held: DataTransfer | null): File[] {
  if (!held || held.files.length === 0) return [];
  const html = held.getData('text/html');
  const isText = html !== '' && html.replace(/<[^>]*>/g, '').trim() !== '';
  return isText ? [] : [...held.files];
}
