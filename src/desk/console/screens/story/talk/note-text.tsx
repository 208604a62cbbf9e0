import { piecesOf } from './mentioned.ts';

/** What a note says, with the people named in it set off. */
export const NoteText = ({ text, names }: { text: string; names: readonly string[] }) => (
  <p className="note-text" dir="auto">
    {piecesOf(text, names).map((piece, at) =>
      piece.mention ? (
        // oxlint-disable-next-line react/no-array-index-key -- a piece is what it is where it is
        <span key={at} className="mention">
          {piece.text}
        </span>
      ) : (
        piece.text
      ),
    )}
  </p>
);
