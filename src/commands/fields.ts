import { checkDocument, emptyDocument, type DocumentJSON } from '../domain/document.ts';
import type { FieldError } from '../domain/errors.ts';
import { breaks, faultAt, type Wrong } from '../domain/faults.ts';
import { checkName, cleanText, isVisible } from '../domain/plain-text.ts';
import { checkZone } from '../domain/time.ts';
import { documentPictureFaults, type Pictures } from './pictures.ts';

/** Longest values, in UTF-16 units. */
export const LONGEST = {
  headline: 300,
  name: 120,
  line: 1000,
  text: 10_000,
  byline: 20,
  summary: 50,
  caption: 2000,
  pictureCredit: 200,
};

/** Reads fields one by one and gathers every fault, so that all are told at once. */
export class Fields {
  readonly errors: FieldError[] = [];

  /** One line of text that must be there. */
  line(pointer: string, value: string, max: number): string {
    const checked = checkName(value, max);
    if (checked === null) this.fault(pointer, breaks('one-line', max));
    return checked ?? '';
  }

  optionalLine(pointer: string, value: string | null | undefined, max: number): string | null {
    return value === null || value === undefined || value.trim() === ''
      ? null
      : this.line(pointer, value, max);
  }

  /** Text that may have several lines. */
  text(pointer: string, value: string, max = LONGEST.text): string {
    const cleaned = cleanText(value).trim();
    if (cleaned === '' || cleaned.length > max) this.fault(pointer, breaks('length', max));
    return cleaned;
  }

  /** Text that may have several lines, or null where nobody would see any. */
  optionalText(pointer: string, value: string | null | undefined, max: number): string | null {
    const blank = value === null || value === undefined || !isVisible(cleanText(value));
    return blank ? null : this.text(pointer, value, max);
  }

  /** A checked document. Where pictures can be looked up, ours must be there and have their alternative text. */
  document(pointer: string, value: unknown, pictures: Pictures | null = null): DocumentJSON {
    const checked = checkDocument(value);
    if (checked.type === 'document') {
      if (pictures) this.errors.push(...documentPictureFaults(pointer, checked.document, pictures));
      return checked.document;
    }
    this.errors.push(...checked.errors.map((error) => ({ ...error, pointer: `${pointer}${error.pointer}` })));
    return emptyDocument();
  }

  zone(pointer: string, value: string): string {
    const zone = checkZone(value);
    if (zone === null) this.fault(pointer, breaks('zone'));
    return zone ?? '';
  }

  lang(pointer: string, value: string): string {
    try {
      return Intl.getCanonicalLocales(value)[0] ?? '';
    } catch {
      this.fault(pointer, breaks('language'));
      return '';
    }
  }

  fault(pointer: string, wrong: Wrong): void {
    this.errors.push(faultAt(pointer, wrong));
  }
}
