import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyContent } from '../../../src/desk/shared/draft-doc.ts';
import { draftAtHead } from '../../../src/desk/draft-at-head.ts';
import { deskProcesses, type DeskProcesses } from '../../support/desk-processes.ts';
import { putDraft } from '../../support/desk-drafts.ts';
import { typist, type Typist } from '../../support/room.ts';
import { pause } from '../../support/server-process.ts';
import { counted, typeTogether } from '../../support/typing-pool.ts';

const TYPISTS = 6;
const KEYSTROKES = 60;

/** So many people with one draft open, spread over the nodes. */
async function gather({
  nodes,
  newsroom,
  as,
}: DeskProcesses): Promise<{ draftId: string; typists: Typist[] }> {
  const people = await Promise.all(Array.from({ length: TYPISTS }, () => as('editor')));
  const content = emptyContent();
  const { id: draftId } = await putDraft(newsroom, { content, createdBy: people[0]!.person.id });
  const typists = people.map(({ cookie }, at) => {
    const node = nodes[at % nodes.length]!;
    return typist({ url: node.url, cookie }, draftId);
  });
  await Promise.all(typists.map((one) => one.until(() => one.link.known().link === 'open')));
  return { draftId, typists };
}

async function run(engine: 'sqlite' | 'postgres', nodes: number): Promise<void> {
  await using desk = await deskProcesses(engine, nodes);
  const { draftId, typists } = await gather(desk);
  const [killed] = desk.nodes;
  let back: Promise<void> = Promise.resolve();
  await typeTogether(typists, KEYSTROKES, async (round) => {
    await pause(10);
    if (round === KEYSTROKES / 2) {
      await killed!.kill();
      back = killed!.start();
    }
  });
  await back;
  await Promise.all(typists.map((one) => one.saved()));
  const { content } = await draftAtHead(desk.newsroom.storage)(draftId);
  await Promise.all(typists.map((one) => one.until(() => one.title() === content.title)));
  const { typed, there, equal } = counted(typists, KEYSTROKES, content.title);
  console.log(`${engine}: ${TYPISTS} people typed ${typed} characters, ${there} are there`);
  for (const one of typists) one[Symbol.dispose]();
  assert.equal(there, typed);
  assert.ok(equal, 'every screen shows the same');
}

test('six people in one draft on two threads, the server killed midway: every character is there, on every screen', () =>
  run('sqlite', 1));

test('six people in one draft on two nodes, one killed midway: every character is there, on every screen', () =>
  run('postgres', 2));

test('what was said to be saved is on the disk, though the server is killed that instant', async () => {
  await using desk = await deskProcesses('sqlite');
  const [node] = desk.nodes;
  const { person, cookie } = await desk.as('reporter');
  const { id } = await putDraft(desk.newsroom, { content: emptyContent(), createdBy: person.id });
  for (let kill = 0; kill < 3; kill += 1) {
    using one = typist({ url: node!.url, cookie }, id);
    one.types(`${kill}.`);
    await one.saved();
    await node!.kill();
    const { content } = await draftAtHead(desk.newsroom.storage)(id);
    assert.ok(content.title.includes(`${kill}.`), `${content.title} has no ${kill}`);
    await node!.start();
  }
});
