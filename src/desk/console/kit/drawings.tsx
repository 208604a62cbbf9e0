import type { ReactNode } from 'react';

/** Small drawings for where there is nothing yet, on a sheet of 144 by 96. */
const DRAWINGS = {
  stories: (
    <>
      <rect className="drawing-wash" x="18" y="64" width="108" height="18" rx="9" />
      <path className="drawing-paper" d="M42 14h60a4 4 0 0 1 4 4v52H42z" />
      <path d="M106 34h10v30a6 6 0 0 1-12 0" />
      <path d="M52 27h44M52 36h30M52 48h18M52 55h18M52 62h18M78 48h18v14H78z" />
      <circle className="drawing-live" cx="42" cy="14" r="6" />
    </>
  ),
  search: (
    <>
      <rect className="drawing-wash" x="22" y="66" width="100" height="16" rx="8" />
      <path className="drawing-paper" d="M34 22h56v50H34z" />
      <path d="M44 34h30M44 43h22M44 52h14" />
      <circle className="drawing-paper" cx="88" cy="48" r="16" />
      <path className="drawing-act" d="m100 60 14 14" />
    </>
  ),
  people: (
    <>
      <rect className="drawing-wash" x="20" y="70" width="104" height="14" rx="7" />
      <circle className="drawing-paper" cx="54" cy="36" r="12" />
      <path className="drawing-paper" d="M32 76c0-14 10-22 22-22s22 8 22 22z" />
      <circle cx="92" cy="40" r="10" />
      <path d="M82 60c3-3 6-4 10-4 11 0 19 7 19 20" />
      <path className="drawing-act" d="M118 24v16M110 32h16" />
    </>
  ),
  done: (
    <>
      <rect className="drawing-wash" x="24" y="68" width="96" height="16" rx="8" />
      <circle className="drawing-paper" cx="72" cy="42" r="28" />
      <path className="drawing-act" d="m59 43 9 9 18-20" />
    </>
  ),
  trash: (
    <>
      <rect className="drawing-wash" x="24" y="70" width="96" height="14" rx="7" />
      <path className="drawing-paper" d="m50 34 4 42h36l4-42z" />
      <path d="M44 34h56M62 34v-8h20v8M64 46l1 20M80 46l-1 20M72 46v20" />
    </>
  ),
  notes: (
    <>
      <rect className="drawing-wash" x="20" y="68" width="104" height="16" rx="8" />
      <path className="drawing-paper" d="M32 18h58v36H56L42 66V54H32z" />
      <path d="M44 30h34M44 40h22M98 34h16v32h-8v10L94 66H72" />
    </>
  ),
  offline: (
    <>
      <rect className="drawing-wash" x="20" y="70" width="104" height="14" rx="7" />
      <path className="drawing-paper" d="M52 66a16 16 0 0 1-2-32 22 22 0 0 1 43 0 16 16 0 0 1-2 32z" />
      <path className="drawing-act" d="M40 18 104 78" />
    </>
  ),
  lost: (
    <>
      <rect className="drawing-wash" x="20" y="70" width="104" height="14" rx="7" />
      <path className="drawing-paper" d="M48 14h34l14 14v48H48z" />
      <path d="M82 14v14h14" />
      <path className="drawing-act" d="M66 44a7 7 0 1 1 10 6c-3 2-4 3-4 5M72 64h.01" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type DrawingName = keyof typeof DRAWINGS;

export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg className="drawing" viewBox="0 0 144 96" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
