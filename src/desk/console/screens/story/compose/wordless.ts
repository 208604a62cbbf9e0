import type { DraftContent } from '../../../../shared/wire.ts';
import { isEmptyDocument } from '../../../../../domain/document.ts';

/** Whether there is nothing in a draft that a reader could see. */
export const isWordless = ({ title, body }: Pick<DraftContent, 'title' | 'body'>): boolean =>
  title.trim() === '' && isEmptyDocument(body);
