import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Wake } from '../bus.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, tell } from './telling.ts';

/** Resolves with the first wake that fits. */
export function woken(storage: Storage, fits: (wake: Wake) => boolean): Promise<Wake> {
  return new Promise((resolve) => {
    const end = storage.bus.subscribe((wake) => {
      if (!fits(wake)) return;
      end();
      resolve(wake);
    });
  });
}

const of = (storyId: string, seq: number) => (wake: Wake) =>
  'storyId' in wake && wake.storyId === storyId && wake.seq === seq;

export function wakesContract(open: Open): void {
  test('a commit wakes who follows on this handle and on another, and what it wrote can be read', async () => {
    await using opened = await open();
    const other = await opened.another();
    const { told, ...change } = tell(aStory(), [opening('bridge'), posting('One.')]);
    const here = woken(opened.storage, of(told.storyId, 2));
    const there = woken(other, of(told.storyId, 2));
    await opened.storage.commit(change);
    await Promise.all([here, there]);
    assert.equal((await other.storyMarks(told.storyId, 0, 10)).length, 2);
  });

  test('each log of a commit wakes its followers', async () => {
    await using opened = await open();
    const other = await opened.another();
    const first = tell(aStory(), [opening('bridge')]);
    const second = tell(aStory(), [opening('strike'), posting('One.')]);
    const both = [woken(other, of(first.told.storyId, 1)), woken(other, of(second.told.storyId, 2))];
    await opened.storage.commit({
      logs: [...first.logs, ...second.logs],
      rows: [...first.rows, ...second.rows],
      activity: [],
    });
    await Promise.all(both);
  });

  test('a refused change wakes nobody', async () => {
    await using opened = await open();
    const told = await commit(opened.storage, aStory(), [opening('bridge')]);
    const refused = tell(aStory(), [opening('bridge')]);
    const heard: Wake[] = [];
    const end = opened.storage.bus.subscribe((wake) => heard.push(wake));
    const { told: _, ...change } = refused;
    assert.equal((await opened.storage.commit(change)).type, 'slug-taken');
    const next = woken(opened.storage, of(told.storyId, 2));
    await commit(opened.storage, told, [posting('One.')]);
    await next;
    end();
    assert.equal(
      heard.some((wake) => 'storyId' in wake && wake.storyId === refused.told.storyId),
      false,
    );
  });

  test('who sets the clock wakes those who go by it', async () => {
    await using opened = await open();
    const other = await opened.another();
    const told = woken(other, (wake) => 'clock' in wake);
    await opened.storage.clock.set({ now: after(0), setAt: after(1), running: false });
    await told;
    assert.deepEqual(await other.clock.get(), { now: after(0), setAt: after(1), running: false });
  });

  test('who stopped listening hears nothing more', async () => {
    await using opened = await open();
    const { storage } = opened;
    let heard = 0;
    const leave = storage.bus.subscribe(() => {
      heard += 1;
    });
    leave();
    const told = await commit(storage, aStory(), [opening('bridge')]);
    const next = woken(storage, of(told.storyId, 2));
    await commit(storage, told, [posting('One.')]);
    await next;
    assert.equal(heard, 0);
  });
}
