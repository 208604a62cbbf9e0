import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMarker } from './markers.ts';

const parts = (line: string): readonly (string | null)[] | null => {
  const marker = readMarker(line);
  return marker === null ? null : [marker.written, marker.title, marker.rest];
};

test('a marker is what stands before the news: word, number, time, title', () => {
  for (const [line, written, title, rest] of [
    [
      'Update, 02/28/2019, 12:05 a.m. ET: Doors shut',
      'Update, 02/28/2019, 12:05 a.m. ET:',
      null,
      'Doors shut',
    ],
    ['UPDATE 26/01/2015 : Not so', 'UPDATE 26/01/2015 :', null, 'Not so'],
    [
      'Update at 1:34 p.m. ET. U.S. In Close Touch:',
      'Update at 1:34 p.m. ET. U.S. In Close Touch:',
      'U.S. In Close Touch',
      '',
    ],
    [
      'Update 3:15 p.m. ET – Suspect Named: Police say',
      'Update 3:15 p.m. ET – Suspect Named:',
      'Suspect Named',
      'Police say',
    ],
    ['(UPDATE 2, 3:15 PM: Yes.)', '(UPDATE 2, 3:15 PM:', null, 'Yes.)'],
    ['UPDATE [3:15]: Yes', 'UPDATE [3:15]:', null, 'Yes'],
    ['*** UPDATE *** Yes', '*** UPDATE ***', null, 'Yes'],
    ['UPDATE — 12:30 P.M. ET — Yes', 'UPDATE — 12:30 P.M. ET —', null, 'Yes'],
    ['UPDATE: Dec. 22, 2016, 2:16 p.m. EST Yes', 'UPDATE: Dec. 22, 2016, 2:16 p.m. EST', null, 'Yes'],
    ['Update from the harbour office: Yes', 'Update from the harbour office:', null, 'Yes'],
    ['Tuesday afternoon update: Yes', 'Tuesday afternoon update:', null, 'Yes'],
    ['Aktualisierung um 14.30 Uhr: Ja', 'Aktualisierung um 14.30 Uhr:', null, 'Ja'],
    ['Mise à jour le 4 mai à 8h : Oui', 'Mise à jour le 4 mai à 8h :', null, 'Oui'],
    ['Aggiornamento ore 18.05: Sì', 'Aggiornamento ore 18.05:', null, 'Sì'],
    ['UPDATE', 'UPDATE', null, ''],
  ] as const) {
    assert.deepEqual(parts(line), [written, title, rest], line);
  }
});

test('a line that only happens to begin with the word is no marker', () => {
  for (const line of [
    'Update your browser now: it is old',
    'Updates to follow soon.',
    'Update on the fire: it is out',
    'Update below',
    'Updated figures: see table',
    'So, update – nothing',
    'The update: fine',
    'Updating: no',
    'Etage 3: frei',
  ]) {
    assert.equal(readMarker(line), null, line);
  }
});
