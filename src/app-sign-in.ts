import { isPublicAddress, type Config } from './config.ts';
import type { SignIn } from './desk/sign-in/sign-in.ts';
import type { Clock } from './domain/time.ts';
import { openMail } from './mail/mail.ts';
import { addressThrottle } from './web/sessions/address-throttle.ts';
import { passwords } from './web/sessions/password.ts';
import { singleSignOn } from './web/sessions/single-sign-on.ts';

/** What one thread signs people in with. */
export function openSignIn({ smtp, oidc }: Config, clock: Clock): SignIn {
  return {
    passwords: passwords(),
    addresses: addressThrottle(clock.now),
    mail: smtp && openMail(smtp.url, smtp.from),
    sso: oidc && singleSignOn(oidc, { insecure: !isPublicAddress(oidc.issuer) }),
  };
}
