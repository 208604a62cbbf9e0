import { useRef, useState, type PointerEvent } from 'react';
import type { MediaPatch, MediaWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';
import { Cuts } from './cuts.tsx';
import { cropOf, frameOf, pull, type Edge, type Frame } from './frame.ts';

type Props = {
  media: MediaWire;
  url: string;
  onKeep(patch: MediaPatch): Promise<void>;
  onCancel(): void;
};

type Held = Edge[] | 'focus' | null;

const CORNERS: Edge[][] = [
  ['left', 'top'],
  ['right', 'top'],
  ['left', 'bottom'],
  ['right', 'bottom'],
];
const EDGES: Edge[] = ['left', 'top', 'right', 'bottom'];
/** The drawing's own units over the picture's width and height. */
const WHOLE = 1000;

/** What of a picture is shown, and what must stay in sight: by dragging, or by a slider for each side. */
export function Framing({ media, url, onKeep, onCancel }: Props) {
  const { say } = useWords();
  const [frame, setFrame] = useState<Frame>(frameOf(media));
  const [held, setHeld] = useState<Held>(null);
  const [isBusy, setBusy] = useState(false);
  const drawing = useRef<SVGSVGElement>(null);
  const { left, top, right, bottom, focus } = frame;

  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = drawing.current!.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  };
  const move = (event: PointerEvent): void => {
    if (held !== null) setFrame(pull(frame, held, at(event)));
  };
  const take = (what: Held) => (event: PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    drawing.current?.setPointerCapture(event.pointerId);
    setHeld(what);
    if (what === 'focus') setFrame(pull(frame, 'focus', at(event)));
  };
  const keep = async (patch: MediaPatch): Promise<void> => {
    setBusy(true);
    await onKeep(patch);
  };

  return (
    <div className="framing editor-form" role="group" aria-label={say('editor.framePicture')}>
      <div className="framing-picture">
        <img src={url} alt="" draggable={false} />
        <svg
          ref={drawing}
          viewBox={`0 0 ${WHOLE} ${WHOLE}`}
          preserveAspectRatio="none"
          aria-hidden="true"
          onPointerDown={take('focus')}
          onPointerMove={move}
          onPointerUp={() => setHeld(null)}
          onPointerCancel={() => setHeld(null)}
        >
          <path
            className="framing-outside"
            fillRule="evenodd"
            d={`M0 0H${WHOLE}V${WHOLE}H0Z M${left * WHOLE} ${top * WHOLE}H${right * WHOLE}V${bottom * WHOLE}H${left * WHOLE}Z`}
          />
          <rect
            className="framing-inside"
            x={left * WHOLE}
            y={top * WHOLE}
            width={(right - left) * WHOLE}
            height={(bottom - top) * WHOLE}
          />
          <ellipse className="framing-focus" cx={focus.x * WHOLE} cy={focus.y * WHOLE} rx={22} ry={30} />
          {CORNERS.map((corner) => (
            <rect
              key={corner.join()}
              className={`framing-handle framing-${corner.join('-')}`}
              x={frame[corner[0]!] * WHOLE - 24}
              y={frame[corner[1]!] * WHOLE - 32}
              width={48}
              height={64}
              onPointerDown={take(corner)}
            />
          ))}
        </svg>
      </div>
      <Cuts url={url} shown={media.shown} frame={frame} />
      <p className="field-hint">{say('editor.frameHow')}</p>
      <div className="framing-sides">
        {EDGES.map((edge) => (
          <Side
            key={edge}
            label={say(`editor.frame.${edge}`)}
            value={frame[edge]}
            onChange={(value) => setFrame(pull(frame, [edge], { x: value, y: value }))}
          />
        ))}
        <Side
          label={say('editor.focusAcross')}
          value={focus.x}
          onChange={(x) => setFrame(pull(frame, 'focus', { x, y: focus.y }))}
        />
        <Side
          label={say('editor.focusDown')}
          value={focus.y}
          onChange={(y) => setFrame(pull(frame, 'focus', { x: focus.x, y }))}
        />
      </div>
      <div className="picture-acts">
        <Button small kind="primary" busy={isBusy} onClick={() => void keep(cropOf(media, frame))}>
          {say('editor.frameKeep')}
        </Button>
        {media.crop && (
          <Button small onClick={() => void keep({ crop: null })}>
            {say('editor.frameWhole')}
          </Button>
        )}
        <Button small kind="quiet" onClick={onCancel}>
          {say('editor.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Side({ label, value, onChange }: { label: string; value: number; onChange(value: number): void }) {
  const percent = Math.round(value * 100);
  return (
    <label className="framing-side">
      {label}
      <input
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => onChange(Number(target.value) / 100)}
      />
    </label>
  );
}
