import type { SsoRefusal } from '../../../shared/wire-account.ts';
import type { Sentence, Speech } from '../../words/words.tsx';

const SENTENCES: Record<SsoRefusal, Sentence> = {
  'not-invited': 'sign-in.sso.not-invited',
  unverified: 'sign-in.sso.unverified',
  disabled: 'sign-in.sso.disabled',
  failed: 'sign-in.sso.failed',
  expired: 'sign-in.sso.expired',
};

/** Why single sign-on did not let somebody in, and what they can do. */
export const ssoRefusalWords = ({ say }: Speech, refusal: string, provider: string | null): string =>
  say(SENTENCES[refusal as SsoRefusal] ?? 'sign-in.sso.failed', {
    provider: provider ?? say('sign-in.sso.provider'),
  });
