/** What crawlers are told (RFC 9309): all that readers see is theirs too; machines' own addresses are no pages. */
export function robots(baseUrl: string): string {
  const closed = ['/api/', '/desk', '/live', '/stories/*/live', '/stories/*/events.json'];
  return [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${baseUrl}/sitemap.xml`,
    `Sitemap: ${baseUrl}/news-sitemap.xml`,
    '',
  ].join('\n');
}
