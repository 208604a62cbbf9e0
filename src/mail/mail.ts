import type { Transporter } from 'nodemailer';
import type { Html } from '../render/html.ts';

export type Letter = { to: string; subject: string; text: string; html: Html };

export type Mail = {
  /** Resolves once the mail server has taken it. */
  send(letter: Letter): Promise<void>;
  close(): void;
};

/** How long a mail server has for each step, ms. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** One line: what stands in a header can begin no other (RFC 5322 §2.2). */
export const headerLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();

/** Sends by SMTP; `url` as `smtps://user:password@mail.example.org`. */
export function openMail(url: string, from: string): Mail {
  let transport: Promise<Transporter> | null = null;
  return {
    async send({ to, subject, text, html }) {
      transport ??= connect(url);
      const open = await transport;
      await open.sendMail({
        from: headerLine(from),
        // As an object it is one address, whatever stands in it.
        to: { name: '', address: headerLine(to) },
        subject: headerLine(subject),
        text,
        html: html.toString(),
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    },
    close: () => void transport?.then((open) => open.close()),
  };
}

/** Loaded with the first letter: few threads ever send one. */
async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({ url, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true });
}
