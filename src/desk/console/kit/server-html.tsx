import { useLayoutEffect, useMemo, useRef, type ComponentProps } from 'react';

type Trusting = { createHTML(text: string): unknown };
type WithTrustedTypes = {
  trustedTypes?: { createPolicy(name: string, rules: { createHTML(text: string): string }): Trusting };
};

/**
 * The one door for markup into the console, the policy `writethru` of its security policy: what our own server rendered
 * (`render/`, escaped by construction) and nothing else. Not exported: nobody else can make trusted markup.
 */
const rendered: Trusting = (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('writethru', {
  createHTML: (text) => text,
}) ?? { createHTML: (text) => text };

/**
 * Shows words as the reader's page shows them: `html` is a field that the server's own renderer filled. They are put in place
 * once, not at every turn of a clock beside them: pictures in them would be fetched anew each time.
 */
export function ServerHtml({
  html,
  ...rest
}: Omit<ComponentProps<'div'>, 'children' | 'ref'> & { html: string }) {
  const place = useRef<HTMLDivElement>(null);
  const inner = useMemo(() => ({ __html: rendered.createHTML(html) as string }), [html]);
  useLayoutEffect(() => {
    for (const picture of place.current?.querySelectorAll('img') ?? []) showAtOnce(picture);
  }, [html]);
  return <div ref={place} dangerouslySetInnerHTML={inner} {...rest} />;
}

/** A reader's page has pictures wait until they are scrolled to; here, where words are cut short, they would wait for ever. */
function showAtOnce(picture: HTMLImageElement): void {
  if (picture.srcset !== '') picture.sizes = COLUMN;
  picture.loading = 'eager';
}

/** How wide a picture is at most in a column of the desk. */
const COLUMN = '(max-width: 48rem) 90vw, 32rem';
