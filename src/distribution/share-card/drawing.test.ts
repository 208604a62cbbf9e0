import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { test } from 'node:test';
import { cardDrawing } from './drawing.ts';
import type { CardFacts } from './facts.ts';
import { shareCard } from './share-card.ts';

const FACTS: CardFacts = {
  siteName: 'The Harbour Courier',
  accent: null,
  live: null,
  state: { kind: 'ended', label: 'Ended' },
  kicker: null,
  headline: 'Ferry found',
  time: null,
  line: null,
  dir: 'ltr',
  lang: 'en',
};

test('cards are drawn on another thread, as they would be on this one', async () => {
  const drawing = cardDrawing();
  const [first, second] = await Promise.all([
    drawing.draw(FACTS),
    drawing.draw({ ...FACTS, headline: 'Found' }),
  ]);
  assert.ok(first.type === 'drawn' && second.type === 'drawn');
  assert.deepEqual(first.png, await shareCard(FACTS));
  assert.notDeepEqual(first.png, second.png);
  await drawing.close();
});

test('who comes when too many wait is told so at once, and the others are answered', async () => {
  const drawing = cardDrawing({ most: 2 });
  const asked = [drawing.draw(FACTS), drawing.draw(FACTS), drawing.draw(FACTS)];
  assert.deepEqual(await asked[2], { type: 'busy' });
  assert.equal((await asked[0]!).type, 'drawn');
  assert.equal((await asked[1]!).type, 'drawn');
  assert.equal(drawing.waiting(), 0);
  await drawing.close();
});

test('a card that takes too long is given up, and the next one is drawn', async () => {
  const drawing = cardDrawing({ within: 1 });
  assert.deepEqual(await drawing.draw(FACTS), { type: 'took-too-long' });
  assert.equal(drawing.running(), false);
  await drawing.close();
});

test('the thread ends when no card is asked for, and the next card starts another', async () => {
  const drawing = cardDrawing({ idle: 1 });
  assert.equal((await drawing.draw(FACTS)).type, 'drawn');
  while (drawing.running()) await sleep(5);
  assert.equal((await drawing.draw(FACTS)).type, 'drawn');
  await drawing.close();
  assert.equal(drawing.running(), false);
});

test('facts that break the drawing break nobody else’s', async () => {
  const drawing = cardDrawing();
  const broken = { ...FACTS, headline: 7 } as unknown as CardFacts;
  const [refused, drawn] = await Promise.allSettled([drawing.draw(broken), drawing.draw(FACTS)]);
  assert.equal(refused.status, 'rejected');
  assert.equal(drawn.status === 'fulfilled' && drawn.value.type, 'drawn');
  await drawing.close();
});

test('a server that stops waits for no card: who waits for one is answered at once', async () => {
  const drawing = cardDrawing();
  const asked = [drawing.draw(FACTS), drawing.draw(FACTS)];
  await drawing.close();
  assert.deepEqual(await Promise.all(asked), [{ type: 'busy' }, { type: 'busy' }]);
  assert.deepEqual(await drawing.draw(FACTS), { type: 'busy' });
  assert.equal(drawing.running(), false);
});
