import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { DeskMark } from '../../../domain/desk/mark.ts';
import type { MediaPatch, MediaWire, NameKind, NamesWire } from '../../shared/wire.ts';

/** Thrown by a `MediaGate` where a picture is refused for good: to send it again cannot help. */
export class NotTaken extends Error {}

export type BodyEditorProps = {
  doc: Y.Doc;
  /** The XML fragment of `doc` that is written in: `body`. */
  field: string;
  /** Where the carets of those who write along are told; null: nobody does. */
  awareness: Awareness | null;
  /** Who writes here: their caret bears their name and the colour everything of theirs has. */
  person: { id: string; name: string };
  editable: boolean;
  /** What a screen reader calls the field. */
  label: string;
  placeholder?: string;
  /** Whether the caret is put at the end of the text; asked once the text is there, as by then somebody may be at something else. */
  takesFocus?(): boolean;
  /** What the desk noticed in this body. Those of other fields are left out here. */
  marks: readonly DeskMark[];
  /** A mark was settled: the words are in the text already, and can be undone. */
  onSettle(mark: DeskMark, replacement: string): void;
  onDismiss(mark: DeskMark): void;
  /** Names used before, this story's first. */
  names(typed: string, kind: NameKind): Promise<NamesWire['names']>;
  /** Null: no pictures can be taken in here. */
  media: MediaGate | null;
  /** Ctrl/Cmd+Enter. */
  onSubmit?(): void;
  /** Pictures that were given to the text and are no part of it; told anew as it changes. */
  onUnplaced?(pictures: Unplaced): void;
  /** The words as they stand, each time they change: for counters elsewhere. */
  onWords?(words: number): void;
};

/** Pictures that were given to a text and have not become part of it: what goes out now goes out without them. */
export type Unplaced = {
  underWay: number;
  /** Refused, or lost on the way; each card says why. */
  failed: number;
  /** Takes them back; those of the same batch that have arrived are put into the text. */
  takeBack(): void;
};

/** How pictures reach the server. What refuses throws an `Error` whose message is a sentence for the person. */
export type MediaGate = {
  upload(file: File, options: { onProgress(share: number): void; signal: AbortSignal }): Promise<MediaWire>;
  details(mediaId: string, patch: MediaPatch): Promise<MediaWire>;
  read(mediaId: string): Promise<MediaWire>;
};
