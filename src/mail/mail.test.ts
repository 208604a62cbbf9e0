import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joins, PASSWORD } from '../../test/support/accounts.ts';
import { deskSite } from '../../test/support/desk-site.ts';
import { mailSink } from '../../test/support/mail-sink.ts';
import { html } from '../render/html.ts';
import { openMail } from './mail.ts';

const FROM = 'The Herald <desk@herald.example>';
const unfolded = (raw: string): string => raw.replace(/=\r\n/g, '').replaceAll('=3D', '=');
const linkIn = (raw: string): string => /\/desk\/welcome\/([\w-]{43})/.exec(unfolded(raw))?.[1] ?? '';

test('an invitation goes by mail, and the link in it opens', async () => {
  await using sink = await mailSink();
  await using site = await deskSite({ settings: { SMTP_URL: sink.url, SMTP_FROM: FROM } });
  const admin = await site.as('admin');
  const body = { email: 'ines@estuary.test', name: 'Ines <b>Vidal</b>', role: 'editor' };
  const made = await admin.ask('POST /invitations', { body });
  assert.deepEqual([made.status, made.body.mailed], [201, true]);
  const { from, to, raw } = await sink.next();
  assert.deepEqual([from, to], ['desk@herald.example', ['ines@estuary.test']]);
  assert.match(raw, /^From: The Herald <desk@herald\.example>\r$/m);
  assert.match(raw, /^Subject: Join the desk of Writethru\r$/m);
  assert.match(raw, /text\/plain[\s\S]*text\/html/);
  assert.ok(made.body.link.endsWith(linkIn(raw)));
  const opened = await site.browser().ask(`POST /links/${linkIn(raw)}`, { body: { password: PASSWORD } });
  assert.equal(opened.status, 200);
});

test('who forgot the password is sent a link, and who does not work here is sent nothing', async () => {
  await using sink = await mailSink();
  await using site = await deskSite({ settings: { SMTP_URL: sink.url, SMTP_FROM: FROM } });
  await joins(site, 'ines@estuary.test');
  await sink.next();
  assert.equal((await site.browser().ask('GET /session')).body.ways.mail, true);
  const ask = (email: string) => site.browser().ask('POST /password-resets', { body: { email } });
  assert.equal((await ask('eve@evil.test')).status, 202);
  assert.equal((await ask('INES@estuary.test')).status, 202);
  const { to, raw } = await sink.next();
  assert.deepEqual(to, ['ines@estuary.test']);
  const next = 'three dry herrings';
  const link = linkIn(raw);
  assert.equal((await site.browser().ask(`POST /links/${link}`, { body: { password: next } })).status, 200);
  const signIn = (password: string) =>
    site.browser().ask('POST /session', { body: { email: 'ines@estuary.test', password } });
  assert.deepEqual([(await signIn(PASSWORD)).status, (await signIn(next)).status], [401, 200]);
  assert.equal(sink.taken.length, 2);
});

test('no line break reaches a header, whatever name a site or a person has', async () => {
  await using sink = await mailSink();
  const mail = openMail(sink.url, FROM);
  const nasty = 'Join\r\nBcc: eve@evil.test\r\n\r\nHello\u2028x';
  await mail
    .send({ to: 'ines@estuary.test\r\nRCPT TO:<eve@evil.test>', subject: nasty, text: 'x', html: html`x` })
    .catch(() => undefined);
  await mail.send({ to: 'ines@estuary.test', subject: nasty, text: 'x', html: html`x` });
  mail.close();
  for (const { to, raw } of sink.taken) {
    assert.ok(!to.includes('eve@evil.test'), 'nobody else is written to');
    const [head = ''] = raw.split('\r\n\r\n', 1);
    assert.doesNotMatch(head, /^(Bcc|Hello)/im);
  }
  assert.ok(sink.taken.length > 0);
});

test('a mail server that is away keeps no invitation from being passed on by hand', async () => {
  const settings = { SMTP_URL: 'smtp://127.0.0.1:9', SMTP_FROM: FROM };
  await using site = await deskSite({ settings });
  const body = { email: 'ines@estuary.test', name: 'Ines', role: 'editor' };
  const made = await (await site.as('admin')).ask('POST /invitations', { body });
  assert.deepEqual([made.status, made.body.mailed], [201, false]);
  assert.match(made.body.link, /\/desk\/welcome\/[\w-]{43}$/);
});
