import { versionTag } from '../web/etag.ts';

/** A success, as it goes out and as it is kept for a retry. */
export type Reply = { type: 'reply'; status: number; headers: Record<string, string>; text: string };

type Told = {
  /** Of the object the answer is about. */
  version?: number;
  /** Where what was made can be seen. */
  location?: string;
};

export function reply(status: number, body: unknown, { version, location }: Told = {}): Reply {
  return {
    type: 'reply',
    status,
    headers: {
      ...(version !== undefined && { etag: versionTag(version) }),
      ...(location !== undefined && { location }),
    },
    text: JSON.stringify(body),
  };
}
