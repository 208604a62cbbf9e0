import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aDraft, anUpdate, aStory } from './example-story.ts';
import { whatOthersDid } from './what-others-did.ts';

const content = (title: string) => ({ ...aDraft().content, title });

test('what another person filed is told, by name; what I filed is not', () => {
  const before = aStory({ drafts: [aDraft({ id: 'a' }), aDraft({ id: 'b' })] });
  const after = aStory({
    drafts: [
      aDraft({ id: 'a', status: 'filed', changedBy: 'ron', content: content('Lunch is off') }),
      aDraft({ id: 'b', status: 'filed', changedBy: 'me' }),
    ],
  });
  assert.deepEqual(whatOthersDid(before, after, 'me'), [{ did: 'filed', who: 'ron', title: 'Lunch is off' }]);
});

test('keystrokes in another’s draft are not told', () => {
  const before = aStory({ drafts: [aDraft({ id: 'a', changedBy: 'ron' })] });
  const after = aStory({ drafts: [aDraft({ id: 'a', changedBy: 'ron', logSeq: 9 })] });
  assert.deepEqual(whatOthersDid(before, after, 'me'), []);
});

test('an update that went out is told once, and not what an older page of the stream brought', () => {
  const before = aStory({ seq: 4, updates: [anUpdate({ id: 'u4', seq: 4 })] });
  const after = aStory({
    seq: 5,
    updates: [
      anUpdate({ id: 'u5', seq: 5, title: 'No deal' }),
      anUpdate({ id: 'u4', seq: 4 }),
      anUpdate({ id: 'u1', seq: 1 }),
    ],
  });
  assert.deepEqual(whatOthersDid(before, after, 'me'), [{ did: 'published', title: 'No deal' }]);
  assert.deepEqual(whatOthersDid(before, after, 'me', new Set(['u5'])), []);
});

test('a correction, a retraction, a headline and a state are told', () => {
  const correction = { id: 'c', storyId: 's', updateId: 'u1', seq: 3, at: '', was: 'a', is: 'b', note: null };
  const before = aStory({ updates: [anUpdate({ id: 'u1' }), anUpdate({ id: 'u2' })] });
  const after = aStory({
    state: 'ended',
    top: { ...before.top!, headline: 'No Deal' },
    updates: [anUpdate({ id: 'u1', corrections: [correction] }), anUpdate({ id: 'u2', status: 'retracted' })],
  });
  assert.deepEqual(
    whatOthersDid(before, after, 'me').map(({ did }) => did),
    ['corrected', 'retracted', 'headline', 'state'],
  );
});
