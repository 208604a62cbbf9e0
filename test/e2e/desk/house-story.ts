import type { DeskSite } from '../../support/desk-site.ts';
import { editorAt } from '../../support/desk.ts';

/** A story that is open to readers. */
export async function opening({ newsroom }: DeskSite, headline = 'Lorne bridge closed'): Promise<string> {
  const { story } = await editorAt(newsroom).opens({ headline });
  return story.id;
}
