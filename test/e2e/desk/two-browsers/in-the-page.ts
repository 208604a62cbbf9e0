import type { Editor } from '@tiptap/core';

/** By the machine's one clock, ms: when keys were pressed here, and when letters came to stand on this screen. */
export type Seen = { keys: number[]; stood: Record<string, number[]> };

declare global {
  interface Window {
    written: {
      seen: Seen;
      text(): string;
      body(): unknown;
      /** Puts the cursor behind the last of these letters between two words, or behind the first word. */
      goTo(letters: string, from: string, to: string | null): void;
    };
  }
}

/** Run in the page: notes what happens to each of these sets of letters, and reads and goes about in the text. */
export function watchWriting({ all, own }: { all: string[]; own: string }): void {
  const screen = document.querySelector('.region-write .ProseMirror')!;
  const { editor } = screen as unknown as { editor: Editor };
  const stood: Record<string, number[]> = Object.fromEntries(all.map((letters) => [letters, []]));
  const seen: Seen = { keys: [], stood };
  const countOf = (letters: string): number => {
    let count = 0;
    for (const letter of editor.state.doc.textContent) if (letters.includes(letter)) count += 1;
    return count;
  };
  screen.addEventListener(
    'keydown',
    (event) => {
      if (own.includes((event as KeyboardEvent).key))
        seen.keys.push(performance.timeOrigin + performance.now());
    },
    true,
  );
  new MutationObserver(() => {
    for (const letters of all) {
      const there = countOf(letters);
      for (let count = stood[letters]!.length; count < there; count += 1)
        stood[letters]!.push(performance.timeOrigin + performance.now());
    }
  }).observe(screen, { subtree: true, childList: true, characterData: true });
  window.written = {
    seen,
    text: () => editor.getText({ blockSeparator: '\n' }),
    body: () => editor.getJSON(),
    goTo(letters, from, to) {
      let place = -1;
      let within = false;
      editor.state.doc.descendants((node, pos) => {
        const { text } = node;
        if (!text) return;
        for (let at = 0; at < text.length; at += 1) {
          if (text.startsWith(from, at)) {
            within = true;
            place = pos + at + from.length;
          } else if (to !== null && text.startsWith(to, at)) within = false;
          else if (within && letters.includes(text[at]!)) place = pos + at + 1;
        }
      });
      editor.chain().focus().setTextSelection(place).scrollIntoView().run();
    },
  };
}
