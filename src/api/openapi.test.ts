import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/schema';
import { apiSite } from '../../test/support/api-site.ts';
import { refusedDocuments } from '../domain/document/hostile.ts';
import { checkDocument, documentSchemas } from '../domain/document.ts';
import { markdownToDocument } from '../domain/markdown.ts';
import { PROBLEM_TYPES } from '../web/problem-types.ts';
import { endpoints } from './endpoints.ts';
import type { Spec } from './reference/spec.ts';

type Told = Spec & { openapi: string; servers: { url: string }[]; security: object[] };

async function told(): Promise<Told & { text: string; url: string }> {
  await using site = await apiSite();
  const response = await fetch(`${site.url}/api/v1/openapi.json`);
  const text = await response.text();
  return { ...(JSON.parse(text) as Told), text, url: site.url };
}

test('every endpoint is told, and nothing that is none', async () => {
  const { openapi, paths, servers, url } = await told();
  assert.match(openapi, /^3\.1\./);
  assert.deepEqual(servers, [{ url }]);
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const wanted = endpoints.map(({ at }) => at.replace(' ', ' /api/v1').replace(/:(\w+)/, '{$1}'));
  assert.deepEqual(calls.toSorted(), [...wanted, 'GET /stories/{slug}.json'].toSorted());
});

test('every reference leads somewhere, and every operation has a name of its own', async () => {
  const { components, paths, text } = await told();
  for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
    assert.ok(name in components.schemas, name);
  }
  assert.doesNotMatch(text, /"\$ref":"(?!#\/components\/schemas\/)/);
  const names = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  assert.equal(new Set(names).size, names.length);
});

test('every operation tells what it may refuse, and each kind of problem is told somewhere', async () => {
  const { paths } = await told();
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const kinds = new Set<string>();
  for (const { responses, summary, description } of operations) {
    assert.ok(summary && description);
    for (const [status, { description: words, content }] of Object.entries(responses)) {
      if (Number(status) < 400) continue;
      assert.ok(content?.['application/problem+json'], `${summary} ${status}`);
      for (const [, kind = ''] of words.matchAll(/`([a-z-]+)`/g)) {
        kinds.add(kind);
        assert.equal(PROBLEM_TYPES[kind as keyof typeof PROBLEM_TYPES].status, Number(status));
      }
    }
  }
  // These are of addresses no operation has, or of requests no operation is reached by.
  const elsewhere = ['not-found', 'method-not-allowed', 'address-too-long', 'headers-too-large'];
  // And these of the pages' streams and cards.
  elsewhere.push('streams-full', 'streams-of-address', 'card-not-drawn');
  // And these of the desk.
  elsewhere.push(
    'signed-out',
    'foreign-origin',
    'not-allowed',
    'unknown-draft',
    'draft-moved',
    'embargoed',
    'four-eyes',
    'not-the-sample',
    'streams-of-person',
    'email-taken',
    'last-admin',
    'link-spent',
    'sign-in-again',
    'sign-in-busy',
    'too-many-attempts',
    'unknown-person',
    'unknown-token',
    'wrong-code',
    'wrong-sign-in',
  );
  assert.deepEqual([...kinds, ...elsewhere].toSorted(), Object.keys(PROBLEM_TYPES).toSorted());
});

test('every example is a body that is taken', async () => {
  const { components, paths } = await told();
  const examples = Object.values(paths).flatMap((methods) =>
    Object.values(methods).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {})),
  );
  assert.equal(examples.length, endpoints.filter(({ body }) => body).length);
  for (const { schema, example } of examples) {
    const checked = Compile({ ...schema, components });
    assert.ok(checked.Check(example), JSON.stringify(checked.Errors(example)));
  }
});

test('the document is told as the gate takes it', () => {
  const document = Compile({
    $ref: '#/components/schemas/document',
    components: { schemas: documentSchemas() },
  });
  const taken = markdownToDocument(
    '# One\n\nTwo *three* [four](https://a.example).\n\n- a\n- b\n\n> So.\n>\n> — Ana Ruiz, mayor, Radio Norte\n\n---\n\n![x](/y.jpg)',
  );
  assert.ok(taken.type === 'document');
  assert.ok(document.Check(taken.document));
  for (const [what, given] of refusedDocuments) {
    if (document.Check(given)) continue;
    assert.equal(checkDocument(given).type, 'bad-document', what);
  }
  const caught = refusedDocuments.filter(([, given]) => given !== undefined && !document.Check(given)).length;
  assert.ok(caught > 30, `the schema alone catches ${caught}`);
});

test('an operation that may be too busy says that it tells when to come again, and how many pictures a token sends at once', async () => {
  const { paths } = await told();
  const takesIn = paths['/api/v1/media']!['post']!;
  const { description, headers } = takesIn.responses['503'] as {
    description: string;
    headers?: Record<string, unknown>;
  };
  assert.match(description, /`pictures-busy`/);
  assert.ok(headers?.['Retry-After']);
  assert.match(takesIn.description, /\b8 on their way at once\b/);
});
