import { languageOf } from '../render/language.ts';
import { html } from '../render/html.ts';
import type { Letter } from './mail.ts';
import { mailWords } from './words.ts';

export type LinkLetter = {
  kind: 'invitation' | 'reset';
  to: string;
  /** The site's name, language and zone. */
  site: { name: string; lang: string; zone: string };
  /** Name of who invites; null where the command line did, or the person themselves asked. */
  by: string | null;
  link: string;
  expiresAt: string;
};

/** The letter a link goes out by: plain text and simple markup that say the same. */
export function linkLetter({ kind, to, site, by, link, expiresAt }: LinkLetter): Letter {
  const { tag, say } = mailWords(site.lang);
  const told =
    kind === 'reset'
      ? say('mail.reset.text', { site: site.name })
      : by === null
        ? say('mail.invitation.textByNobody', { site: site.name })
        : say('mail.invitation.text', { site: site.name, by });
  const until = say('mail.until', { until: moment(expiresAt, tag, site.zone) });
  const ignore = say(`mail.${kind}.ignore`);
  const { dir } = languageOf([tag]);
  return {
    to,
    subject: say(`mail.${kind}.subject`, { site: site.name }),
    text: [told, '', say(`mail.${kind}.do`), link, '', until, ignore, ''].join('\n'),
    html: html`<!doctype html>
<html lang="${tag}" dir="${dir}"><head><meta charset="utf-8"><title>${site.name}</title></head>
<body><p>${told}</p>
<p><a href="${link}">${say(`mail.${kind}.button`)}</a></p>
<p>${until}</p>
<p>${ignore}</p>
<p>${link}</p></body></html>`,
  };
}

const moment = (instant: string, tag: string, timeZone: string): string =>
  new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'long', timeZone }).format(new Date(instant));
