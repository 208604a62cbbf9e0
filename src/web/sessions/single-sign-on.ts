import * as openid from 'openid-client';

/** A provider of OpenID Connect, as it was configured. */
export type Provider = { issuer: string; clientId: string; clientSecret: string; name: string };

/** What must be remembered between the way out and the way back. */
export type Outgoing = { state: string; nonce: string; verifier: string };

/** Whom the provider vouches for. */
export type Vouched = {
  issuer: string;
  subject: string;
  /** Null where the provider has not verified it. */
  email: string | null;
};

export type SingleSignOn = {
  name: string;
  issuer: string;
  /** Where the browser goes, and what is to be remembered. Rejects when the provider cannot be reached. */
  begin(redirectUri: string, state: string): Promise<{ url: string; outgoing: Outgoing }>;
  /** Rejects unless the answer is the provider's to this very question. */
  finish(answered: URL, outgoing: Outgoing): Promise<Vouched>;
};

/** Seconds the provider has for an answer. */
const PATIENCE = 10;

/** Sign-in by code with PKCE (OpenID Connect Core §3.1, RFC 7636), state and nonce. `insecure`: over http too, for a provider on this machine. */
export function singleSignOn(provider: Provider, { insecure }: { insecure: boolean }): SingleSignOn {
  const { issuer, clientId, clientSecret, name } = provider;
  let known: Promise<openid.Configuration> | null = null;
  const configuration = async (): Promise<openid.Configuration> => {
    known ??= openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE,
      execute: insecure ? [openid.allowInsecureRequests] : [],
    });
    try {
      return await known;
    } catch (error) {
      // It may be back at the next try.
      known = null;
      throw error;
    }
  };
  return {
    name,
    issuer,
    async begin(redirectUri, state) {
      const verifier = openid.randomPKCECodeVerifier();
      const nonce = openid.randomNonce();
      const url = openid.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, outgoing: { state, nonce, verifier } };
    },
    async finish(answered, { state, nonce, verifier }) {
      const config = await configuration();
      const tokens = await openid.authorizationCodeGrant(config, answered, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('the provider sent no ID token');
      const told =
        claims['email'] === undefined
          ? await openid.fetchUserInfo(config, tokens.access_token, claims.sub)
          : claims;
      const { email, email_verified: verified } = told;
      return {
        issuer: claims.iss,
        subject: claims.sub,
        email: verified === true && typeof email === 'string' ? email.toLowerCase() : null,
      };
    },
  };
}
