import type { ComponentProps } from 'react';

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

/** Shows words as the reader's page shows them: `html` is a field that the server's own renderer filled. */
export function ServerHtml({ html, ...rest }: Omit<ComponentProps<'div'>, 'children'> & { html: string }) {
  return <div dangerouslySetInnerHTML={{ __html: rendered.createHTML(html) as string }} {...rest} />;
}
