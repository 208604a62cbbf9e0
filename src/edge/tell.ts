import { FORMS, type PurgeForm } from './forms.ts';

/** Whom to tell: the operator's own address, which may well be a private one. */
export type Place = {
  url: string;
  form: PurgeForm;
  /** One header that lets us in, `Fastly-Key: …`; null: none. */
  header: { name: string; value: string } | null;
};

/** How long it may take, ms. */
const PATIENCE = 5000;

/** Told in words that carry neither the address's query nor the header. */
export class NotTold extends Error {}

/** Tells a cache the keys it may hold nothing of any longer. Follows nobody elsewhere: the header goes to this address alone. */
export async function tell({ url, form, header }: Place, keys: string[], over: AbortSignal): Promise<void> {
  const { method, headers, body } = FORMS[form].request(keys);
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers: { ...headers, ...(header && { [header.name]: header.value }) },
      ...(body !== undefined && { body }),
      redirect: 'error',
      signal: AbortSignal.any([over, AbortSignal.timeout(PATIENCE)]),
    });
  } catch (error) {
    const { message, cause } = error as Error;
    throw new NotTold(
      `the cache cannot be told: ${cause instanceof Error ? `${message}: ${cause.message}` : message}`,
    );
  }
  // What it says besides is not read: it may be without end.
  await response.body?.cancel();
  if (!response.ok) throw new NotTold(`the cache was told, and answered ${response.status}`);
}
