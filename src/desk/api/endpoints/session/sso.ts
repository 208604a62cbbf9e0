import { Type } from 'typebox';
import { newLink } from '../../../../commands/people/new-link.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import { admitAddress } from '../../../sign-in/attempts.ts';
import { letIn } from '../../../sign-in/begin.ts';
import {
  enteringBySso,
  recall,
  returnPath,
  ssoCookie,
  ssoRefused,
  SSO_CALLBACK,
} from '../../../sign-in/sso.ts';
import { deskEndpoint, type DeskReply } from '../../endpoint.ts';

const redirect = (location: string, cookie: string): DeskReply => ({
  type: 'reply',
  status: 302,
  body: undefined,
  headers: { location, 'set-cookie': cookie },
});

/** Leads to the provider. What it must answer is remembered here, and by the browser that set out. */
export const beginSso = deskEndpoint({
  at: 'GET /session/sso',
  query: closed({ to: Type.Optional(Type.String({ maxLength: 1000 })) }),
  async answer(call) {
    const { newsroom, signIn, baseUrl, query } = call;
    if (!signIn.sso) return { type: 'not-found' };
    const tooMany = admitAddress(call);
    if (tooMany) return tooMany;
    const site = baseUrl();
    const at = await newsroom.clock.fresh();
    const to = returnPath(query.to, site);
    const made = newLink(at, 'sso');
    const begun = await signIn.sso.begin(`${site}${SSO_CALLBACK}`, made.token).catch((error: unknown) => {
      call.request.log.warn({ err: error }, 'the single sign-on provider could not be asked');
      return null;
    });
    if (!begun) return redirect(ssoRefused(site, 'failed'), ssoCookie(site, '', 0));
    const binding = newLink(at, 'sso').token;
    const extra = { ...begun.outgoing, to, browser: tokenHash(binding) };
    const link = { ...made.link, extra };
    await newsroom.storage.people.change({ writes: [{ write: 'link', link }], activity: [] });
    return redirect(begun.url, ssoCookie(site, binding, 600));
  },
});

/** Where the provider leads back to. */
export const finishSso = deskEndpoint({
  at: 'GET /session/sso/callback',
  query: Type.Record(Type.String(), Type.Unknown()),
  async answer(call) {
    const { newsroom, signIn, baseUrl, request } = call;
    const site = baseUrl();
    const out = ssoCookie(site, '', 0);
    if (!signIn.sso) return { type: 'not-found' };
    const recalled = await recall(call);
    if (recalled.type === 'refused') return redirect(ssoRefused(site, recalled.why), out);
    const answered = new URL(request.raw.url ?? '', site);
    const vouched = await signIn.sso.finish(answered, recalled.outgoing).catch((error: unknown) => {
      request.log.warn({ err: error }, 'single sign-on was not carried through');
      return null;
    });
    const entering = vouched
      ? await enteringBySso(newsroom, vouched)
      : { type: 'refused' as const, why: 'failed' as const };
    if (entering.type === 'refused') return redirect(ssoRefused(site, entering.why), out);
    const also = [
      { write: 'link-use' as const, hash: recalled.hash, at: await newsroom.clock.fresh() },
      ...entering.also,
    ];
    const entered = await letIn(call, {
      person: entering.person,
      method: 'sso',
      also,
      told: entering.activity,
    });
    if (entered.type === 'refused') return redirect(ssoRefused(site, 'expired'), out);
    return redirect(`${site}${recalled.to}`, entered.cookie);
  },
});
