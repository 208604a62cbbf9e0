import type { BodyEditorProps } from './props.ts';
import { nothingTold, type Told } from './told.ts';
import type { Speech } from '../words/words.tsx';

export type Panel = 'link' | 'embed';

/** What the parts of one editor share: the props as they are now, what is told to the person, which panel is open. */
export type EditorRoom = {
  props: BodyEditorProps;
  told: Told;
  say: Speech['say'];
  speech: Speech;
  /** Opens a panel under the toolbar. */
  open(panel: Panel): void;
  toToolbar(): void;
  /** Lets the person choose pictures, or take one. */
  choosePictures(by: 'files' | 'camera'): void;
  /** Where a statement was just made whose source is to be asked for. */
  sourceAsked: number | null;
};

const nothing = (): void => undefined;

export function newRoom(props: BodyEditorProps, speech: Speech): EditorRoom {
  return {
    props,
    say: speech.say,
    speech,
    told: nothingTold(),
    open: nothing,
    toToolbar: nothing,
    choosePictures: nothing,
    sourceAsked: null,
  };
}
