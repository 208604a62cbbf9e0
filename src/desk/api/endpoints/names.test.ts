import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../../test/support/desk.ts';
import { deskSite } from '../../../../test/support/desk-site.ts';
import type { DocumentJSON } from '../../../domain/document.ts';
import type { NamesWire } from '../../shared/wire.ts';

const said = (speaker: string, role: string | null, outlet: string | null): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'statement',
      attrs: { speaker, role, outlet, medium: null, interpreter: null, link: null, lang: null },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The river is high.' }] }],
    },
  ],
});

test('names are completed from those used in the story, then from those used elsewhere', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const desk = editorAt(site.newsroom);
  const { story } = await desk.opens({ byline: ['Inês Duarte'] });
  const { story: other } = await desk.opens({ headline: 'Another night' });
  await desk.posts(story.slug, '', { body: said('Ana Reis', 'harbour master', 'Radio Norte') });
  await desk.posts(story.slug, '', { body: said('Ana Reis', 'mayor', null) });
  await desk.posts(other.slug, '', { body: said('André Anders', 'pilot', 'Rádio Sul') });
  await desk.posts(other.slug, '', { body: said('Kim Reisner', null, null) });
  const ask = async (query: string): Promise<NamesWire['names']> => {
    const answer = await reporter.ask(`GET /names?${query}`);
    assert.equal(answer.status, 200, answer.text);
    return (answer.body as NamesWire).names;
  };
  assert.deepEqual(await ask(`kind=speaker&q=an&story=${story.id}`), [
    { name: 'Ana Reis', role: 'mayor', outlet: 'Radio Norte', here: true },
    { name: 'André Anders', role: 'pilot', outlet: 'Rádio Sul', here: false },
  ]);
  const names = async (query: string): Promise<string[]> => (await ask(query)).map(({ name }) => name);
  assert.deepEqual(await names(`kind=speaker&q=REIS&story=${story.id}`), ['Ana Reis', 'Kim Reisner']);
  assert.deepEqual(await names('kind=outlet&q=radio'), ['Radio Norte', 'Rádio Sul']);
  assert.deepEqual(await names('kind=role&q=harb'), ['harbour master']);
  assert.deepEqual(await names('kind=author&q=ines'), ['Inês Duarte']);
  assert.ok(
    (await names(`kind=author&q=${reporter.person.name.slice(0, 4)}`)).includes(reporter.person.name),
  );
  assert.deepEqual(await names(`kind=speaker&q=nobody&story=${story.id}`), []);
  await desk.posts(story.slug, '', { body: said('Nobody Else', null, null) });
  assert.deepEqual(
    await names(`kind=speaker&q=nobody&story=${story.id}`),
    ['Nobody Else'],
    'what was just said too',
  );
  for (const query of ['', 'kind=planet', 'kind=role&limit=1', `kind=role&q=${'x'.repeat(300)}`])
    assert.equal((await reporter.ask(`GET /names?${query}`)).status, 400);
});
