import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';
import { useRoom } from '../room-context.ts';
import { addPictures } from './uploads.ts';

/** The browser's own way to choose pictures, or to take one; opened by the toolbar. */
export function PictureChooser({ editor }: { editor: Editor }) {
  const room = useRoom();
  const files = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  useEffect(() => {
    room.choosePictures = (by) => (by === 'camera' ? camera : files).current?.click();
  }, [room]);
  const take = (input: HTMLInputElement): void => {
    addPictures(editor, room, input.files ?? [], editor.state.selection.from);
    input.value = '';
  };
  return (
    <>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept="image/*"
        onChange={({ target }) => take(target)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={({ target }) => take(target)}
      />
    </>
  );
}
