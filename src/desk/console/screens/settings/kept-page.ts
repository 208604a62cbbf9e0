import { tabKeep } from '../../kit/browser-keep.ts';
import type { DocumentJSON } from '../../../../domain/document.ts';

/** A page as it stood when its editor was left without publishing; in this tab alone. */
export type KeptPage = {
  title: string;
  slug: string;
  inFooter: boolean;
  body: DocumentJSON;
  /** What it was begun from. */
  version: number;
};

const at = (of: string): string => `writethru.page ${of}`;

export function keptPage(of: string): KeptPage | null {
  const kept = tabKeep.read(at(of));
  return kept === null ? null : (JSON.parse(kept) as KeptPage);
}

export const keepPage = (of: string, page: KeptPage): boolean => tabKeep.keep(at(of), JSON.stringify(page));

export const forgetPage = (of: string): void => tabKeep.forget(at(of));
