const TAGS: Record<string, 'strong' | 'em' | 's' | 'code'> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  s: 's',
  del: 's',
  strike: 's',
};

/** Which marks an element stands for, by its name and its style: Google's bold is a span, and its `b` is not bold. */
export function inlineOf(name: string, style: string): string[] {
  if (/^h\d$/.test(name)) return [];
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1]?.toLowerCase();
  const tag = TAGS[name];
  const marks: string[] = [];
  if (weight === undefined ? tag === 'strong' : isBold(weight)) marks.push('strong');
  if (slant === undefined ? tag === 'em' : slant === 'italic' || slant === 'oblique') marks.push('em');
  if (tag === 's' || /text-decoration[\w-]*:[^;]*line-through/i.test(style)) marks.push('s');
  return marks;
}

const isBold = (weight: string): boolean => weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
