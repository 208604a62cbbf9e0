import type {
  BlockJSON,
  DocumentJSON,
  InlineJSON,
  LinkAttributes,
  ListItemJSON,
  MarkJSON,
  OrderedListJSON,
} from '../domain/document.ts';
import { directionOf } from './direction.ts';
import { renderEmbed } from './embed.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import { renderGallery, renderImage } from './image.ts';
import { renderStatement } from './statement.ts';
import type { StoryView } from './view.ts';

/** What a document is rendered from, besides itself. */
export type DocumentView = Pick<StoryView, 'language' | 'media'>;

const RULE = { horizontal_rule: html`<hr>` };

/** A checked document as HTML: for the page, the stream, feeds and mail alike. No ids, no style attributes. */
export function renderDocument(view: DocumentView, document: DocumentJSON): Html {
  return renderBlocks(view, document.content);
}

function renderBlocks(view: DocumentView, blocks: readonly BlockJSON[]): Html {
  return html`${blocks.map((block) => renderBlock(view, block))}`;
}

function renderBlock(view: DocumentView, block: BlockJSON): Html {
  switch (block.type) {
    case 'paragraph':
      return html`<p dir="auto">${renderInline(block.content)}</p>`;
    case 'heading':
      return renderHeading(block.attrs.level, renderInline(block.content));
    case 'bullet_list':
      return html`<ul${directionOf(block)}>${block.content.map((item) => renderListItem(view, item))}</ul>`;
    case 'ordered_list':
      return renderOrderedList(view, block);
    case 'blockquote':
      return html`<blockquote${directionOf(block)}>${renderBlocks(view, block.content)}</blockquote>`;
    case 'statement':
      return renderStatement(view, block, renderBlocks(view, block.content));
    case 'image':
      return renderImage(view, block.attrs);
    case 'gallery':
      return renderGallery(view, block);
    case 'embed':
      return renderEmbed(view, block.attrs);
    default:
      return RULE[block.type];
  }
}

function renderHeading(level: number, content: Html): Html {
  if (level === 2) return html`<h2 dir="auto">${content}</h2>`;
  if (level === 3) return html`<h3 dir="auto">${content}</h3>`;
  return html`<h4 dir="auto">${content}</h4>`;
}

function renderOrderedList(view: DocumentView, list: OrderedListJSON): Html {
  const start = attribute('start', list.attrs.start === 1 ? null : list.attrs.start);
  return html`<ol${directionOf(list)}${start}>${list.content.map((item) => renderListItem(view, item))}</ol>`;
}

function renderListItem(view: DocumentView, item: ListItemJSON): Html {
  return html`<li>${renderBlocks(view, item.content)}</li>`;
}

function renderInline(inline: readonly InlineJSON[] = []): Html {
  return html`${inline.map(renderInlineNode)}`;
}

function renderInlineNode(node: InlineJSON): Html {
  const content = node.type === 'text' ? html`${node.text}` : html`<br>`;
  // The schema's order is outermost first, so the last mark is wrapped round the text first.
  return (node.marks ?? []).reduceRight(renderMark, content);
}

function renderMark(content: Html, mark: MarkJSON): Html {
  switch (mark.type) {
    case 'strong':
      return html`<strong>${content}</strong>`;
    case 'em':
      return html`<em>${content}</em>`;
    case 'strike':
      return html`<s>${content}</s>`;
    case 'code':
      return html`<code>${content}</code>`;
    default:
      return renderLink(mark.attrs, content);
  }
}

function renderLink({ href, title }: LinkAttributes, content: Html): Html {
  return html`<a href="${href}"${attribute('title', title)} rel="noopener">${content}</a>`;
}
