import { useId } from 'react';
import type { MediaWire } from '../../../shared/wire.ts';
import { useWords } from '../../words/words.tsx';
import { cutOf, SHAPES, type Frame } from './frame.ts';

type Props = { url: string; shown: MediaWire['shown']; frame: Frame };

/** How the picture looks wherever it is cut to a shape, around what must stay in sight. */
export function Cuts({ url, shown, frame }: Props) {
  const { say } = useWords();
  const name = useId();
  return (
    <section className="framing-cuts" aria-labelledby={name}>
      <p id={name}>{say('editor.frameCuts')}</p>
      <ul>
        {Object.entries(SHAPES).map(([shape, ratio]) => {
          const { x, y, width, height } = cutOf(frame, shown, ratio);
          return (
            <li key={shape}>
              <svg
                className="framing-cut"
                data-shape={shape}
                viewBox={`${x} ${y} ${width} ${height}`}
                width={Math.round(CUT_HEIGHT * ratio)}
                height={CUT_HEIGHT}
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <image href={url} width={shown.width} height={shown.height} preserveAspectRatio="none" />
              </svg>
              <span>{shape}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const CUT_HEIGHT = 72;
