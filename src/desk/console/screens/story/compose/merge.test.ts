import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paragraphs } from '../../../../../domain/document.ts';
import { aDraft, anUpdate, aStory } from '../reading/example-story.ts';
import { editAgainst, topAgainst, withTheirs } from './merge.ts';

test('only what differs is put side by side, both in full', () => {
  const update = anUpdate({ title: 'Lunch is off', body: paragraphs(['CNN says so.']) });
  const content = {
    ...aDraft().content,
    title: 'Lunch is off',
    body: paragraphs(['CNN and Yonhap say so.']),
  };
  assert.deepEqual(
    editAgainst(update, content).map(({ field, theirs, yours }) => ({ field, theirs, yours })),
    [{ field: 'body', theirs: 'CNN says so.', yours: 'CNN and Yonhap say so.' }],
  );
});

test('two headlines from the same version stand side by side', () => {
  const top = aStory().top!;
  const content = {
    ...aDraft().content,
    title: 'No Deal',
    body: top.lead,
    top: {
      dek: '',
      byline: [],
      credit: '',
      summary: [],
      photo: null,
      section: '',
      zone: '',
      placeZone: '',
      lang: '',
    },
  };
  assert.deepEqual(topAgainst(top, content), [{ field: 'title', theirs: 'Talks begin', yours: 'No Deal' }]);
});

test('taking theirs part by part comes to what is published', () => {
  const update = anUpdate({ title: 'Lunch is off', author: 'Ron', keyEvent: true });
  const content = { ...aDraft().content, title: 'Lunch', body: paragraphs(['Mine.']), author: 'Ann' };
  const taken = editAgainst(update, content).reduce(withTheirs, content);
  assert.deepEqual(editAgainst(update, taken), []);
});
