import type { Mail } from '../../mail/mail.ts';
import type { AddressThrottle } from '../../web/sessions/address-throttle.ts';
import type { Passwords } from '../../web/sessions/password.ts';
import type { SingleSignOn } from '../../web/sessions/single-sign-on.ts';

/** What signing in works with. */
export type SignIn = {
  passwords: Passwords;
  addresses: AddressThrottle;
  /** Null where no mail is configured: then links are shown to whoever made them. */
  mail: Mail | null;
  sso: SingleSignOn | null;
};
