import assert from 'node:assert/strict';
import { test } from 'node:test';
import { post, read, speakers } from '../testing.ts';

const said = (...paragraphs: readonly string[]): readonly string[] =>
  speakers(
    read(
      post(
        'The town of Skarn woke to a closed harbour on Monday, as it had been warned it would.',
        ...paragraphs,
      ),
    ),
  );

test('the speaker stands after or before the quotation, named or described', () => {
  assert.deepEqual(said('“We are open,” harbour master Lena Ostrow said.'), ['Lena Ostrow: We are open,']);
  assert.deepEqual(said('"We are open," said Lena Ostrow, the harbour master.'), [
    'Lena Ostrow: We are open,',
  ]);
  assert.deepEqual(
    said('Harbor Chief Lena Ostrow said it was “a quiet night” and asked “everybody to go home.”'),
    ['Lena Ostrow: a quiet night', 'Lena Ostrow: everybody to go home.'],
  );
  assert.deepEqual(said('The pilot, Pia Strand, told reporters: “I saw nothing.”'), [
    'Pia Strand: I saw nothing.',
  ]);
  assert.deepEqual(said('"I saw nothing," Pia Strand, a pilot who was on duty, said.'), [
    'Pia Strand: I saw nothing,',
  ]);
  assert.deepEqual(said('According to a neighbor, "the lights were off."'), [
    'Neighbor: the lights were off.',
  ]);
  assert.deepEqual(said('"The lights were off," said a spokesman for the ferry line.'), [
    'Spokesman for the ferry line: The lights were off,',
  ]);
});

test('a surname and a pronoun are filled out from the story', () => {
  const story = said(
    'President Ada Lune arrived at noon. Her deputy, Paul Verner, stayed away.',
    '“It is late,” Lune said.',
    'Asked about the fees, she said: “Ask Paul.”',
    'The president called the pier “a shame” but said the ferry was “fine.”',
  );
  assert.deepEqual(story, [
    'Ada Lune: It is late,',
    'Ada Lune: Ask Paul.',
    'Ada Lune: a shame',
    'Ada Lune: fine.',
  ]);
});

test('what the sentence before leads up to is the speaker of the next paragraph', () => {
  assert.deepEqual(said('Lena Ostrow told WSKR:', '“We are open.”'), ['Lena Ostrow (WSKR): We are open.']);
  assert.deepEqual(
    said('The ferry line sent a statement from its director Olga Brandt.', '“We are sorry,” she said.'),
    ['Olga Brandt: We are sorry,'],
  );
});

test('an outlet is taken from the sentence, carried over, and found again as “the newspaper”', () => {
  assert.deepEqual(said('Lena Ostrow told CNN she was in no hurry.', '“I have time,” she said.'), [
    'Lena Ostrow (CNN): I have time,',
  ]);
  assert.deepEqual(
    said(
      'The Skarn Gazette reports that the pier is sinking.',
      '"It is," engineer Ulf Berg told the newspaper.',
    ),
    ['Ulf Berg (The Skarn Gazette): It is,'],
  );
  assert.deepEqual(said('“It is,” Ulf Berg was quoted by the BBC as saying.'), ['Ulf Berg (BBC): It is,']);
  assert.deepEqual(said('The AP quotes engineer Ulf Berg as saying the pier “will not last.”'), [
    'Ulf Berg (AP): will not last.',
  ]);
  assert.deepEqual(said('"The pier is sinking," The Associated Press reports.'), [
    'Associated Press (Associated Press): The pier is sinking,',
  ]);
  assert.deepEqual(said('Ulf Berg wrote on Facebook: “It sinks.”'), ['Ulf Berg (Facebook): It sinks.']);
});

test('a quotation that goes on after a short attribution is one statement, after a full introduction it is another', () => {
  assert.deepEqual(said('Ulf Berg came at noon.', '“It sinks,” he said. “Slowly.”'), [
    'Ulf Berg: It sinks. Slowly.',
  ]);
  assert.deepEqual(said('“It sinks,” engineer Ulf Berg said. “It does so slowly.”'), [
    'Ulf Berg: It sinks,',
    'Ulf Berg: It does so slowly.',
  ]);
  assert.deepEqual(said('“If it sinks,” Berg said, “we swim.”'), ['Berg: If it sinks, we swim.']);
});

test('words in marks that nobody is said to have spoken are no statements', () => {
  assert.deepEqual(
    said(
      'The film “The Last Ferry” opened on Monday.',
      'The “repairs” took nine years.',
      '“Done deal.” It sounds too good.',
      'She has been called a “mad captain” by the press.',
    ),
    [],
  );
});

test('an interpreter, a medium and a post are kept for the desk', () => {
  const story = read(
    post(
      'Guests came to Skarn.',
      'Chancellor Olga Brandt answered, and said through her interpreter: “We will see.”',
      '“We will pay,” Brandt said in a statement.',
    ),
  );
  assert.deepEqual(
    story.statements.map(({ role, medium, interpreter, place }) => [role, medium, interpreter, place]),
    [
      ['Chancellor', null, 'through her interpreter', { in: 'body', paragraph: 1 }],
      ['Chancellor', 'statement', null, { in: 'body', paragraph: 2 }],
    ],
  );
});

test('British single marks and German and French marks are quotations too', () => {
  assert.deepEqual(said('‘We are relieved,’ said Pia Strand. ‘It’s over.’'), [
    'Pia Strand: We are relieved,',
    'Pia Strand: It’s over.',
  ]);
  assert.deepEqual(said('„We are relieved,“ said Pia Strand.', '«We are glad,» said Ulf Berg.'), [
    'Pia Strand: We are relieved,',
    'Ulf Berg: We are glad,',
  ]);
});

test('ages, trades and places between commas do not hide who spoke', () => {
  assert.deepEqual(said('Ulf Berg, 61, a fisherman from Skarn, said: “My father worked there.”'), [
    'Ulf Berg: My father worked there.',
  ]);
  assert.deepEqual(said('In Rome, a woman, who asked not to be named, said “nothing works.”'), [
    'Woman: nothing works.',
  ]);
  assert.deepEqual(said('“They sold us out!” shouted a man in the gallery.'), ['Man: They sold us out!']);
  assert.deepEqual(said('Reached by phone, Pia Strand called it “typical.”'), ['Pia Strand: typical.']);
});

test('a name that is given and a work that is named are not quoted as speech', () => {
  assert.deepEqual(said('The mill, known as “the Old Lady,” was built in 1822.'), []);
  assert.deepEqual(said('In her book, “The Wheel,” Dora Field calls the mill “a heart that beats.”'), [
    'Dora Field: a heart that beats.',
  ]);
});

test('a quotation that runs over paragraphs stays with its speaker', () => {
  assert.deepEqual(
    said(
      '“He was tired,” aide Pia Strand explained. “He had not slept.',
      '“He apologised to everybody the same evening.”',
    ),
    [
      'Pia Strand: He was tired,',
      'Pia Strand: He had not slept.',
      'Pia Strand: He apologised to everybody the same evening.',
    ],
  );
});
