import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import http from 'node:http';
import { Provider } from 'oidc-provider';

/** Somebody the provider knows. */
export type Identity = { sub: string; email?: string; email_verified?: boolean };

export type IdentityProvider = AsyncDisposable & {
  issuer: string;
  /** Walks from the address the desk leads to, as a browser of this identity, to the address it is led back to. */
  vouches(url: string, identity: Identity): Promise<string>;
};

const CLIENT = { id: 'desk', secret: 'a-secret-of-the-tests-long-enough' };
export const oidcSettings = ({ issuer }: IdentityProvider): Record<string, string> => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  OIDC_NAME: 'Estuary House',
});

/** A real provider of OpenID Connect on loopback, where whoever asks is taken to be the identity given. */
export async function identityProvider(redirectUri: () => string): Promise<IdentityProvider> {
  const server = http.createServer();
  server.listen(0, '127.0.0.1');
  // A test that breaks off before it is taken down still ends.
  server.unref();
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const identities = new Map<string, Identity>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri()],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ ...identities.get(sub), sub }),
    }),
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client?.clientId ?? '',
        accountId: context.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  let asked: Identity | null = null;
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
    const login = { login: { accountId: asked?.sub ?? '' } };
    void provider.interactionFinished(request, response, login, { mergeWithLastSubmission: false });
  });
  return {
    issuer,
    async vouches(url, identity) {
      asked = identity;
      identities.set(identity.sub, identity);
      const cookies = new Map<string, string>();
      let at = url;
      for (let step = 0; step < 10; step += 1) {
        if (!at.startsWith(issuer)) return at;
        const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2);
          cookies.set(name, value);
        }
        const next = response.headers.get('location');
        if (next === null)
          throw new Error(`the provider stopped: ${response.status} ${await response.text()}`);
        at = new URL(next, at).href;
      }
      throw new Error('the provider led round and round');
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
