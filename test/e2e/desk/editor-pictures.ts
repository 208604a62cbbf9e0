import type { IncomingMessage, ServerResponse } from 'node:http';
import sharp from 'sharp';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Takes pictures in as the desk's server does, for the editor alone: refuses what is none, names credit and caption. */
export function pictureServer(): Answer {
  const taken = new Map<string, Record<string, unknown>>();
  const bytes = new Map<string, Buffer>();
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const body = await bodyOf(request);
    const [id = '', file] = pathname.split('/').slice(3);
    const tell = (status: number, answer: object): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (request.method === 'GET' && file)
      return void response.writeHead(200, { 'content-type': 'image/webp' }).end(bytes.get(id));
    if (request.method === 'GET') return tell(200, taken.get(id) ?? {});
    if (request.method === 'PATCH') {
      const media = { ...taken.get(id), ...(JSON.parse(body.toString()) as object) };
      taken.set(id, media);
      return tell(200, media);
    }
    const meta = await sharp(body)
      .metadata()
      .catch(() => null);
    if (!meta) return tell(415, { detail: 'This file is no picture.' });
    const made = crypto.randomUUID();
    bytes.set(made, await sharp(body).resize(480).webp().toBuffer());
    const media = {
      id: made,
      src: `/media/${made}`,
      width: meta.width,
      height: meta.height,
      shown: { width: meta.width, height: meta.height },
      alt: null,
      caption: 'Two leaders at a table.',
      credit: searchParams.get('name')?.includes('plain') ? null : 'Evan Vucci/AP',
      offered: { credit: 'Evan Vucci/AP', caption: 'Two leaders at a table.' },
      altSkipped: null,
      focalPoint: null,
      crop: null,
      ready: true,
      held: true,
      renditions: [{ url: `/desk/media/${made}/480.webp`, type: 'image/webp', width: 480, height: 320 }],
    };
    taken.set(made, media);
    tell(201, media);
  };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
