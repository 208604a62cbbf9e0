import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, read, times, updateTexts } from './testing.ts';

const NEW_YORK = { zone: 'America/New_York', date: '2016-05-03' };

test('a post of a summit night keeps its day over midnight once one marker has written it', () => {
  const story = read(
    post(
      'Talks Break Off',
      'Photo: Ulf Berg/Coast Daily',
      'The two sides sat down in the old customs house on Wednesday evening.',
      'Update, 02/28/2019, 11:40 p.m. ET: Both delegations have left the room.',
      'They were seen walking to their cars.',
      'Update, 12:20 a.m. ET: The cars are gone.',
      'Update, 2:05 a.m. ET: A spokesman says there will be no statement tonight.',
    ),
  );
  assert.equal(story.headline, 'Talks Break Off');
  assert.equal(story.photoCredit, 'Ulf Berg/Coast Daily');
  assert.equal(story.zone, 'America/New_York');
  assert.deepEqual(times(story), [
    '2019-02-28T23:40:00-05:00',
    '2019-03-01T00:20:00-05:00',
    '2019-03-01T02:05:00-05:00',
  ]);
  assert.deepEqual(story.updates[0]?.paragraphs, [
    'Both delegations have left the room.',
    'They were seen walking to their cars.',
  ]);
  assert.deepEqual(story.warnings, []);
});

test('a later day that one update names moves the order of the page forward and not backward', () => {
  const story = read(
    post(
      'Bridge Closed After Barge Strikes Pier',
      'By Mara Quill and Tom Adeyemi | The Harbour Record',
      'A barge struck the Eastgate bridge on Tuesday morning, closing it in both directions.',
      'UPDATED 10:45 a.m.: Police say nobody was hurt.',
      'UPDATED 1:15 p.m.: The bridge is open again in one direction.',
      'UPDATED, May 4, 9 a.m.: Both lanes are open.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(story.byline, ['Mara Quill', 'Tom Adeyemi']);
  assert.equal(story.order, 'oldest-first');
  assert.deepEqual(times(story), [
    '2016-05-03T10:45:00-04:00',
    '2016-05-03T13:15:00-04:00',
    '2016-05-04T09:00:00-04:00',
  ]);
});

test('updates on neighbouring lines are two updates', () => {
  const story = read(
    'Tunnel flooded, ferries stopped\nPosted by Ines Okafor\n\nWater stands a metre deep.\n\nUPDATE (11:40 pm): Pumps are on their way.\nUPDATE (12:25 am): Pumps have arrived.',
    NEW_YORK,
  );
  assert.deepEqual(story.byline, ['Ines Okafor']);
  assert.deepEqual(times(story), ['2016-05-03T23:40:00-04:00', '2016-05-04T00:25:00-04:00']);
});

test('updates above the story, newest first, end where the original post begins', () => {
  const story = read(
    post(
      'Update at 5:38 p.m.',
      'The town hall has answered our questions.',
      'Nobody was paid, it says.',
      'Update at 3:10 p.m. Mayor Away:',
      'The mayor is on a train and cannot be reached.',
      'Our original post is below:',
      'The town paid for a fountain that was never built.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(updateTexts(story), [
    'The town hall has answered our questions. / Nobody was paid, it says.',
    'The mayor is on a train and cannot be reached.',
  ]);
  assert.equal(story.updates[1]?.title, 'Mayor Away');
  assert.equal(story.order, 'newest-first');
  assert.deepEqual(story.body, ['The town paid for a fountain that was never built.']);
  assert.deepEqual(story.dropped, ['Our original post is below:']);
});

test('a list of short updates over the story leaves the story its text, and says that it was a reading', () => {
  const story = read(
    post(
      'Explosion reported at harbor in Port Senn',
      'UPDATE 10:12 AM: Fire crews on scene.',
      'UPDATE 10:30 AM: Two people taken to hospital.',
      'UPDATE 11:02 AM: Road 9 closed in both directions.',
      'An explosion was reported at the harbor in Port Senn shortly before 10 a.m.',
      'Witnesses said they heard two blasts.',
    ),
    NEW_YORK,
  );
  assert.equal(story.body.length, 2);
  assert.equal(story.updates.length, 3);
  assert.match(story.warnings.join(' '), /where this update ends is not marked/);
});

test('an untimed update in the middle of a story is one paragraph, and the story goes on after it', () => {
  const after = [
    'The team was founded in 1920.',
    'It has moved twice.',
    'Its arena is new.',
    'Seats are few.',
    'Fans are not.',
    'The season opens in March.',
  ];
  const story = read(
    post(
      'The hockey team may move to the coast, a paper reports.',
      'UPDATE: The league denies it.',
      ...after,
    ),
  );
  assert.deepEqual(updateTexts(story), ['The league denies it.']);
  assert.deepEqual(story.body.slice(1), after);
});

test('EARLIER: opens the story as it first stood', () => {
  const story = read(
    post(
      'UPDATED: It was not him after all, his office says.',
      'We believe every word.',
      '—',
      'EARLIER: A man who looks like the singer was seen in the tram.',
    ),
  );
  assert.deepEqual(updateTexts(story), [
    'It was not him after all, his office says. / We believe every word.',
  ]);
  assert.deepEqual(story.body, ['A man who looks like the singer was seen in the tram.']);
});

test('an update in brackets ends with its bracket', () => {
  const story = read(
    post(
      'The museum said on Wednesday it would send the statue back.',
      "(Update, 6 p.m.: The museum's director has resigned.)",
      'The statue was bought in 1931.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(updateTexts(story), ["The museum's director has resigned."]);
  assert.deepEqual(story.body, [
    'The museum said on Wednesday it would send the statue back.',
    'The statue was bought in 1931.',
  ]);
});

test('numbered updates and updates inside a paragraph are found', () => {
  const story = read(
    post(
      'Workers walked out at six. Nobody was at the gate. UPDATE, 5:15 p.m.: Talks will resume on Monday.',
      'UPDATE #2: The gate is open.',
      '2nd UPDATE: Monday is cancelled.',
      'UPDATE IV: So is Tuesday.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(updateTexts(story), [
    'Talks will resume on Monday.',
    'The gate is open.',
    'Monday is cancelled.',
    'So is Tuesday.',
  ]);
  assert.deepEqual(times(story), ['2016-05-03T17:15:00-04:00', null, null, null]);
});

test('the time may stand before the word, or after its colon', () => {
  const story = read(
    post(
      'The council met on Tuesday in the school.',
      '3:15 p.m. UPDATE: The vote is delayed.',
      'UPDATE: May 4, 2016, 9:30 a.m. EDT The vote was held.',
      '5:10 p.m. | Updated The result is out.',
      'Update: 6:45 p.m. - It stands.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(updateTexts(story), [
    'The vote is delayed.',
    'The vote was held.',
    'The result is out.',
    'It stands.',
  ]);
});

test('German, French and Spanish markers and corrections are read', () => {
  const german = read(
    post(
      'Großbrand in Altheim',
      'Von Jana Brück',
      'In einer Halle brennt es seit dem Morgen.',
      'Update, 14.30 Uhr: Zwei Verletzte.',
      'Nachtrag: Das Feuer ist aus.',
      'Korrektur: In einer früheren Version stand eine andere Zahl.',
    ),
    { zone: 'Europe/Berlin', date: '2016-05-03' },
  );
  assert.deepEqual(
    [german.headline, german.byline, times(german)],
    ['Großbrand in Altheim', ['Jana Brück'], ['2016-05-03T14:30:00+02:00', null]],
  );
  assert.equal(german.corrections.length, 1);
  const french = read(
    post(
      'Grève des trains',
      'La grève a commencé mardi.',
      'Mise à jour, 14h30 : La direction propose une rencontre.',
      'Mise à jour le 4 mai 2016 à 8h : Fin de la grève.',
    ),
    { zone: 'Europe/Paris', date: '2016-05-03' },
  );
  assert.deepEqual(times(french), ['2016-05-03T14:30:00+02:00', '2016-05-04T08:00:00+02:00']);
  const spanish = read(
    post(
      'Incendio en el puerto',
      'Un incendio destruye dos almacenes.',
      'Actualización (16:20): Los bomberos controlan el fuego.',
      'Fe de errores: eran dos almacenes y no tres.',
    ),
    { zone: 'Europe/Madrid', date: '2016-05-03' },
  );
  assert.deepEqual(times(spanish), ['2016-05-03T16:20:00+02:00']);
  assert.equal(spanish.corrections[0]?.text, 'eran dos almacenes y no tres.');
});

test('a note on what was added is an update without words of its own, a bare one is housekeeping', () => {
  const story = read(
    post(
      'Police searched a house on Sunday night.',
      'This story was updated at 3:15 p.m. ET with comments from the sheriff.',
      'This story has been updated.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(times(story), ['2016-05-03T15:15:00-04:00']);
  assert.deepEqual(story.dropped, ['This story has been updated.']);
});

test('corrections are told from updates, with the day they name', () => {
  const story = read(
    post(
      'The sheriff searched a house on Sunday night, neighbors said.',
      'Correction, May 5, 2016: The house belongs to the county.',
      'An earlier version of this article misspelled the name of the sheriff.',
      "Editor's note: A previous version of this story gave the wrong street.",
      'CLARIFICATION',
      'The search was announced a day before.',
    ),
  );
  assert.deepEqual(
    story.corrections.map(({ time, text }) => [time?.at ?? null, text]),
    [
      ['2016-05-05', 'The house belongs to the county.'],
      [null, 'An earlier version of this article misspelled the name of the sheriff.'],
      [null, 'A previous version of this story gave the wrong street.'],
      [null, 'The search was announced a day before.'],
    ],
  );
  assert.equal(story.updates.length, 0);
});

test('a house that brackets its times and posts the newest on top', () => {
  const story = read(
    post(
      '[Updated 11:34 a.m. ET] The suspect is in custody.',
      '[Updated 10:50 a.m. ET] Schools are locked down.',
      '[Posted at 10:15 a.m. ET] Shots were fired near the college in Millbrook.',
      'Students were told to stay inside.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(times(story), ['2016-05-03T11:34:00-04:00', '2016-05-03T10:50:00-04:00']);
  assert.deepEqual(story.body, [
    'Shots were fired near the college in Millbrook.',
    'Students were told to stay inside.',
  ]);
});

test('updates of one night and of the days after it stand in one order', () => {
  const story = read(
    post(
      'A man walked into a bank with a sword, police say.',
      'UPDATE: 8:30 p.m. -- He has been named.',
      'UPDATE -- His lawyer says he is sorry.',
      'UPDATE (5/5): He pleaded guilty.',
      'UPDATE, Friday: He was sentenced.',
      'Update May 9th, 2016, 10:05am: He has appealed.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(times(story), [
    '2016-05-03T20:30:00-04:00',
    null,
    '2016-05-05',
    '2016-05-06',
    '2016-05-09T10:05:00-04:00',
  ]);
});

test('a time over the text is an update where the original post follows under its own time', () => {
  const story = read(
    post(
      'Trains stop on the coast line',
      'Updated at 7:14 p.m. EDT',
      'The railway stopped all trains on Tuesday after a landslide. No one was hurt.',
      'Original post, 3:05 p.m.:',
      'A landslide has blocked the coast line.',
    ),
    NEW_YORK,
  );
  assert.deepEqual(times(story), ['2016-05-03T19:14:00-04:00']);
  assert.deepEqual(story.body, ['A landslide has blocked the coast line.']);
});

test('updates in capitals over a story that says where it begins', () => {
  const story = read(
    post(
      'UPDATE AT 4:15PM: Judge says the vote stands.',
      'UPDATE AT 2:30PM: Hearing begins.',
      'ORIGINAL STORY: The vote on the harbor is before a court.',
      'It was held in April.',
    ),
    NEW_YORK,
  );
  assert.equal(story.order, 'newest-first');
  assert.deepEqual(story.body, ['The vote on the harbor is before a court.', 'It was held in April.']);
});

test('an update in italics, and a note at the end on what was added', () => {
  const story = read(
    post(
      "The company says that nobody's data was taken.",
      '*Update 5/4/2016 2:40PM PT: The company sent this statement:*',
      '"We take the safety of our customers seriously."',
      '*Updated May 5 to add that a researcher has published her notes.*',
    ),
  );
  assert.deepEqual(times(story), ['2016-05-04T14:40:00-07:00', '2016-05-05']);
  assert.deepEqual(story.updates[0]?.paragraphs, [
    'The company sent this statement:',
    '"We take the safety of our customers seriously."',
  ]);
});

test('text wrapped at a column is read paragraph by paragraph', () => {
  const story = read(
    'Bridge Closed After Barge Strikes Pier\n\nA barge struck the Eastgate bridge on Tuesday morning, closing\nit in both directions for what the harbour office called an\nunknown time, and leaving two thousand people to walk across\nthe railway bridge half a mile to the north.\n\nUPDATE, 10:45 a.m.: Police say nobody was hurt, and that the\nbarge was empty when it struck the pier.\n',
    NEW_YORK,
  );
  assert.equal(story.body.length, 1);
  assert.deepEqual(updateTexts(story), [
    'Police say nobody was hurt, and that the barge was empty when it struck the pier.',
  ]);
});
