import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model';
import { msoLists } from './mso-lists.ts';
import { strayBreaks } from './stray-breaks.ts';

/** ProseMirror's parser of the clipboard, with Word's lists and stray line breaks put right before. */
export class ClipboardParser extends DOMParser {
  constructor(schema: Schema) {
    super(schema, DOMParser.fromSchema(schema).rules);
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    const root = dom as unknown as ParentNode;
    msoLists(root);
    strayBreaks(root);
    return super.parseSlice(dom, options);
  }
}
