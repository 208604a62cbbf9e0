import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, read, updateTexts } from './testing.ts';

test('the word update in a sentence, a headline or a quotation begins no update', () => {
  const story = read(
    post(
      'UPDATE: Heart Monitors Recalled in Three States',
      'Update your software, the maker told hospitals on Friday.',
      'Updates to the pumps will follow in June, the company said.',
      'An update: nobody has been hurt, as far as anyone knows.',
      '"UPDATE: we are aware of the issue," the page of the company reads.',
      'So, update – nothing happened.',
      'Updated pumps cost more.',
    ),
  );
  assert.equal(story.headline, 'UPDATE: Heart Monitors Recalled in Three States');
  assert.deepEqual(story.updates, []);
  assert.equal(story.body.length, 6);
});

test('an update inside an embedded post is its author’s, not the story’s', () => {
  const story = read(
    post(
      'Rumours ran through the town on Friday night.',
      'UPDATE - no speech tonight, bad tip from the wire',
      '— Dora Field (@dorafield) May 3, 2016',
      'UPDATE: false alarm — Ed Moss (@edmoss) May 3, 2016',
    ),
  );
  assert.deepEqual(story.updates, []);
  assert.deepEqual(
    story.statements.map(({ speaker, outlet }) => [speaker, outlet]),
    [
      ['Dora Field', 'Twitter'],
      ['Ed Moss', 'Twitter'],
    ],
  );
});

test('a stamp over the whole post is no update, and is said to be a stamp', () => {
  const story = read(
    post(
      'Updated at 11:45 p.m. ET',
      'A small meteor came down near the airport at the weekend, and luckily no one was hurt.',
      'Last updated: May 3, 2016 at 3:15 p.m.',
    ),
  );
  assert.deepEqual(story.updates, []);
  assert.deepEqual(
    story.stamps.map(({ text }) => text),
    ['Updated at 11:45 p.m. ET', 'Last updated: May 3, 2016 at 3:15 p.m.'],
  );
  assert.match(story.warnings.join(' '), /stamps the whole post/);
});

test('a pointer to an update further down is furniture', () => {
  const story = read(
    post(
      'UPDATE: The senator has answered (see below).',
      'Senator Ada Lune did not pay for her parking for nine years.',
      'UPDATE, 2:40 p.m. EDT: She has now.',
    ),
  );
  assert.deepEqual(updateTexts(story), ['She has now.']);
  assert.deepEqual(story.body, ['Senator Ada Lune did not pay for her parking for nine years.']);
});

test('a timeline of what happened is text and no live blog', () => {
  const story = read(
    post(
      'Timeline of the fire',
      '6:10 a.m.: A guard smells smoke.',
      '6:15 a.m.: The first engine arrives.',
      '7:40 a.m.: The roof falls in.',
    ),
  );
  assert.deepEqual(story.updates, []);
  assert.equal(story.body.length, 3);
});

test('a programme of what is to come is no live blog', () => {
  const story = read(
    post(
      'Summer Night Concert',
      'The concert is on Saturday on the pier.',
      '7:00 p.m. – Doors open',
      '8:00 p.m. – The Herons',
      '9:30 p.m. – Ada Lune Trio',
    ),
  );
  assert.deepEqual(story.updates, []);
});

test('the times of posting and of the last change over a post are no updates', () => {
  const story = read(
    'WATCH: Whale swims into harbor\nPOSTED: 4:12 PM, May 3, 2016\nUPDATED: 9:47 PM, May 3, 2016\n\nBy Lena Roe\n\nSKARN, Maine — A whale swam into the harbor on Tuesday and stayed for an hour.',
    { zone: 'America/New_York' },
  );
  assert.deepEqual(story.updates, []);
  assert.deepEqual(story.byline, ['Lena Roe']);
  assert.equal(story.publishedAt?.at, '2016-05-03T16:12:00-04:00');
});

test('a figure that looks like a clock begins no entry', () => {
  const story = read(
    post(
      'The shares closed as follows on Monday evening in the city:',
      '12.29 per cent was lost by the tram company.',
      '10.50 million was the price of the depot.',
      '3.15 Points were gained by the ferry line.',
    ),
  );
  assert.deepEqual(story.updates, []);
});

test('a body that merely starts has no headline', () => {
  for (const first of [
    'A barge struck the bridge on Tuesday morning.',
    '“We saw it coming,” she said',
    '• Bridge closed • Ferries full',
    'Update at 5:38 p.m.',
    'MILLBROOK, Ohio – A barge struck the bridge on Tuesday morning, closing it in both directions.',
  ]) {
    const story = read(
      post(
        first,
        'The harbour master said that the pier would be looked at by divers in the course of the day.',
      ),
    );
    if (!first.startsWith('“')) assert.equal(story.headline, '', first);
  }
});

test('a first line in capitals is a headline, with or without a stop', () => {
  for (const first of [
    'Bridge Closed After Barge Strikes Pier.',
    'Is the Bridge Safe?',
    'BREAKING: Bridge Closed',
    'Why a bridge is closed in May',
    'Mayor: ‘We Knew Nothing’',
  ]) {
    const story = read(
      post(
        first,
        'The harbour master said that the pier would be looked at by divers in the course of the day.',
      ),
    );
    assert.equal(story.headline, first);
  }
});

test('furniture is dropped and listed, and the notice that more will come with it', () => {
  const furniture = [
    'Share This Story',
    'Get our newsletter',
    'Advertisement',
    'We will be updating this post as more information becomes available.',
    'This is a developing story. Check back for updates.',
    'Have something to add? Share it in the comments.',
    '© 2016 The Harbour Record. All rights reserved.',
    'Follow us on Twitter',
    'Read more: Ten bridges to cross',
  ];
  const story = read(
    post('A barge struck the bridge on Tuesday morning, closing it in both directions.', ...furniture),
  );
  assert.deepEqual(story.dropped, furniture);
  assert.equal(story.body.length, 1);
});

test('sentences that only sound like furniture stay', () => {
  const kept = [
    'The story will be told for years, the mayor said.',
    'This is a developing country with a young market.',
    'The event will take place on Monday.',
    'Police will post details of the route.',
    'We are a small town.',
    'More people came than were expected.',
    'Follow the river and you reach the mill.',
  ];
  assert.deepEqual(
    read(
      post('A barge struck the bridge on Tuesday morning, closing it in both directions.', ...kept),
    ).body.slice(1),
    kept,
  );
});
