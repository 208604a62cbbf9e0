import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatementSource } from '../domain/document.ts';
import { html } from './html.ts';
import { viewGiven } from './given.ts';
import { renderStatement } from './statement.ts';

const NOTHING = { role: null, outlet: null, medium: null, interpreter: null, link: null, lang: null };

function rendered(source: Partial<StatementSource>): string {
  const attrs = { speaker: 'Ana Ruiz', ...NOTHING, ...source };
  return String(
    renderStatement(viewGiven(), { type: 'statement', attrs, content: [] }, html`<p>We will stay.</p>`),
  );
}

function sourceLine(source: Partial<StatementSource>): string {
  return /<figcaption>(.*)<\/figcaption>/.exec(rendered(source))?.[1] ?? '';
}

test('a statement is a quotation with its source line under it', () => {
  assert.equal(
    rendered({ lang: 'es-CO' }),
    '<figure class="statement"><blockquote lang="es-CO"><p>We will stay.</p></blockquote>' +
      '<figcaption><cite><bdi>Ana Ruiz</bdi></cite></figcaption></figure>',
  );
});

test('the source line says whatever is known of how the words reached us', () => {
  assert.equal(
    sourceLine({ role: 'mayor', outlet: 'Radio Norte', medium: 'by phone', interpreter: 'an interpreter' }),
    '<cite><bdi>Ana Ruiz</bdi></cite>, <bdi>mayor</bdi> · via <bdi>Radio Norte</bdi>, <bdi>by phone</bdi>, through <bdi>an interpreter</bdi>',
  );
  assert.equal(
    sourceLine({ medium: 'press conference' }),
    '<cite><bdi>Ana Ruiz</bdi></cite>, <bdi>press conference</bdi>',
  );
});

test('the link stands on the outlet, or on a word of its own', () => {
  const link = 'https://radio.example/?a=1&b=2';
  const anchor = '<a href="https://radio.example/?a=1&amp;b=2" rel="noopener nofollow external">';
  assert.match(
    sourceLine({ outlet: 'Radio Norte', link }),
    new RegExp(`via ${RegExp.escape(`${anchor}<bdi>Radio Norte</bdi></a>`)}$`),
  );
  assert.match(sourceLine({ link }), new RegExp(` · ${RegExp.escape(`${anchor}source</a>`)}$`));
});

test('a speaker named in markup is a name', () => {
  assert.match(
    sourceLine({ speaker: '<img src=x onerror=alert(1)>' }),
    /<bdi>&lt;img src=x onerror=alert\(1\)&gt;<\/bdi>/,
  );
});
