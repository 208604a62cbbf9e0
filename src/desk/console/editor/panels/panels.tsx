import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { useRoom } from '../room-context.ts';
import type { Panel } from '../room.ts';
import { EmbedPanel } from './embed-panel.tsx';
import { LinkPanel } from './link-panel.tsx';

/** What the toolbar opens under itself. */
export function Panels({ editor }: { editor: Editor }) {
  const room = useRoom();
  const [panel, setPanel] = useState<Panel | null>(null);
  useEffect(() => {
    room.open = setPanel;
  }, [room]);
  const close = (): void => {
    setPanel(null);
    editor.view.focus();
  };
  if (panel === 'link') return <LinkPanel editor={editor} onClose={close} />;
  if (panel === 'embed') return <EmbedPanel editor={editor} onClose={close} />;
  return null;
}
