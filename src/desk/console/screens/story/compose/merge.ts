import type { DocumentJSON } from '../../../../../domain/document.ts';
import type { TopFields } from '../../../../../domain/desk/draft.ts';
import type { SummaryLine, Top } from '../../../../../domain/story.ts';
import { documentText } from '../../../../../render/document-text.ts';
import type { DraftContent, UpdateWire } from '../../../../shared/wire.ts';

/** A part in which a draft and what readers have now are not the same. */
export type MergeField =
  | { field: 'title' | 'dek' | 'author' | 'credit' | 'byline'; theirs: string; yours: string }
  | { field: 'body'; theirs: string; yours: string; document: DocumentJSON }
  | { field: 'summary'; theirs: string; yours: string; lines: SummaryLine[] }
  | { field: 'keyEvent' | 'analysis'; theirs: boolean; yours: boolean };

const differs = ({ theirs, yours }: MergeField): boolean => theirs !== yours;

/** Where an `edit` and the published update it is over differ. */
export function editAgainst(update: UpdateWire, content: DraftContent): MergeField[] {
  const fields: MergeField[] = [
    { field: 'title', theirs: update.title ?? '', yours: content.title },
    body(update.body, content.body),
    { field: 'author', theirs: update.author ?? '', yours: content.author },
    { field: 'keyEvent', theirs: update.keyEvent, yours: content.keyEvent },
    { field: 'analysis', theirs: update.analysis, yours: content.analysis },
  ];
  return fields.filter(differs);
}

/** Where a `top` and the one that stands differ. */
export function topAgainst(top: Top, content: DraftContent): MergeField[] {
  const yours = content.top;
  const fields: MergeField[] = [
    { field: 'title', theirs: top.headline, yours: content.title },
    { field: 'dek', theirs: top.dek ?? '', yours: yours?.dek ?? '' },
    body(top.lead, content.body),
    { field: 'byline', theirs: top.byline.join(', '), yours: (yours?.byline ?? []).join(', ') },
    { field: 'credit', theirs: top.credit ?? '', yours: yours?.credit ?? '' },
    {
      field: 'summary',
      theirs: summaryText(top.summary),
      yours: summaryText(yours?.summary ?? []),
      lines: top.summary,
    },
  ];
  return fields.filter(differs);
}

const body = (document: DocumentJSON, yours: DocumentJSON): MergeField => ({
  field: 'body',
  theirs: documentText(document),
  yours: documentText(yours),
  document,
});

const summaryText = (lines: readonly SummaryLine[]): string => lines.map(({ text }) => text).join('\n');

/** The words with one part as they have it. */
export function withTheirs(content: DraftContent, field: MergeField): DraftContent {
  const { top } = content;
  const withTop = (changed: Partial<TopFields>): DraftContent => ({
    ...content,
    top: top && { ...top, ...changed },
  });
  switch (field.field) {
    case 'title':
    case 'author':
      return { ...content, [field.field]: field.theirs };
    case 'keyEvent':
    case 'analysis':
      return { ...content, [field.field]: field.theirs };
    case 'body':
      return { ...content, body: field.document };
    case 'dek':
    case 'credit':
      return withTop({ [field.field]: field.theirs });
    case 'byline':
      return withTop({ byline: field.theirs.split(', ').filter(Boolean) });
    case 'summary':
      return withTop({ summary: field.lines });
  }
}
