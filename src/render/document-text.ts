import type {
  BlockJSON,
  DocumentJSON,
  InlineJSON,
  ListItemJSON,
  StatementSource,
} from '../domain/document.ts';

const RULE = { horizontal_rule: '* * *' };

/** A checked document as plain text: a blank line between blocks, dashes or numbers before list items. */
export function documentText(document: DocumentJSON): string {
  return blocksText(document.content, '\n\n');
}

function blocksText(blocks: readonly BlockJSON[], between: string): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join(between);
}

function blockText(block: BlockJSON): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'bullet_list':
      return block.content.map((item) => itemText(item, '- ')).join('\n');
    case 'ordered_list':
      return block.content.map((item, index) => itemText(item, `${block.attrs.start + index}. `)).join('\n');
    case 'blockquote':
      return quoted(blocksText(block.content, '\n\n'));
    case 'statement':
      return `${quoted(blocksText(block.content, '\n\n'))} — ${sourceText(block.attrs)}`;
    case 'image':
      return [block.attrs.caption ?? block.attrs.alt, block.attrs.credit].filter(Boolean).join(' – ');
    case 'gallery':
      return [block.attrs.caption ?? '', blocksText(block.content, '\n')].filter(Boolean).join('\n');
    case 'embed':
      return [block.attrs.title, block.attrs.url].filter(Boolean).join(': ');
    default:
      return RULE[block.type];
  }
}

function inlineText(inline: readonly InlineJSON[] = []): string {
  return inline.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

/** What an item holds, its further lines standing under its first. */
function itemText(item: ListItemJSON, marker: string): string {
  return marker + blocksText(item.content, '\n').replaceAll('\n', `\n${' '.repeat(marker.length)}`);
}

/** In quotation marks, unless the words bring their own. */
function quoted(words: string): string {
  return /^["“„«»‘'「『]/.test(words) ? words : `“${words}”`;
}

function sourceText({ speaker, role, outlet, medium, interpreter }: StatementSource): string {
  // Of a draft nothing may be known yet, or it may have been taken back: empty, or not there.
  const source = [speaker, role, outlet, medium].filter(Boolean).join(', ');
  // Plain text is of no language: the interpreter stands in brackets instead of in a sentence.
  return interpreter ? `${source} (${interpreter})` : source;
}
