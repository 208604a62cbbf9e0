import type { Html } from '../../render/html.ts';

/**
 * Rendered markup for where the page's address is not known: paths of this site become absolute,
 * and the previews that stand behind pictures while they load are left out. In what the renderer
 * made, a quotation mark stands round attributes alone (text has `&quot;`), so none of it can be taken for one.
 */
export function absolute(markup: Html, baseUrl: string): string {
  return markup
    .toString()
    .replace(/<svg class="blur".*?<\/svg>/gs, '')
    .replace(/ (href|src|poster)="\/(?!\/)/g, ` $1="${baseUrl}/`)
    .replace(
      / srcset="([^"]*)"/g,
      (_, set: string) => ` srcset="${set.replace(/(^|,\s*)\/(?!\/)/g, `$1${baseUrl}/`)}"`,
    );
}
