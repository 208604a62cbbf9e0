import { NotTaken, type MediaGate } from '../../../../src/desk/console/editor/props.ts';
import type { MediaWire, NameKind, NamesWire } from '../../../../src/desk/shared/wire.ts';

/** The server's side for the editor alone: the page's own server answers under `/media`. */
export const mediaGate: MediaGate = {
  upload: (file, { onProgress, signal }) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open('POST', `/desk/media?name=${encodeURIComponent(file.name)}`);
      request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total));
      request.addEventListener('load', () => {
        const answer = JSON.parse(request.responseText) as MediaWire & { detail: string };
        if (request.status < 300) resolve(answer);
        else reject(new NotTaken(answer.detail));
      });
      request.addEventListener('error', () => reject(new Error('No network.')));
      signal.addEventListener('abort', () => {
        request.abort();
        reject(new DOMException('taken back', 'AbortError'));
      });
      request.send(file);
    }),
  async details(mediaId, patch) {
    const answer = await fetch(`/desk/media/${mediaId}`, { method: 'PATCH', body: JSON.stringify(patch) });
    return (await answer.json()) as MediaWire;
  },
  async read(mediaId) {
    return (await (await fetch(`/desk/media/${mediaId}`)).json()) as MediaWire;
  },
};

const KNOWN: Record<NameKind, NamesWire['names']> = {
  speaker: [
    { name: 'Donald Trump', role: 'US president', outlet: 'CNN', here: true },
    { name: 'Kim Jong-un', role: 'leader of North Korea', outlet: 'CNN', here: true },
    { name: 'Sarah Sanders', role: 'White House press secretary', outlet: null, here: false },
  ],
  outlet: [
    { name: 'CNN', role: null, outlet: null, here: true },
    { name: 'NBC', role: null, outlet: null, here: false },
  ],
  role: [{ name: 'White House press secretary', role: null, outlet: null, here: true }],
  author: [],
};

export const names = async (typed: string, kind: NameKind): Promise<NamesWire['names']> =>
  KNOWN[kind].filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()));
