import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passwordFault } from './password-rules.ts';

const own = ['Ada Moran', 'ada.moran@estuary.test', 'Estuary Herald', 'estuary.example'];

test('passwords that are tried first are refused', () => {
  const tried = [
    'password123 password1234 P@ssw0rd2024! Passw0rd!! passwordpassword iloveyou12 iloveyouforever qwertyuiop qwerty12345',
    '1234567890 0123456789 9876543210 12345678910 aaaaaaaaaaaa abcabcabcabc 1212121212 1q2w3e4r5t 1qaz2wsx3edc qazwsxedcrfv',
    'letmein2024 Welcome2024! Summer2025! administrator admin123456 trustno1trustno1 sunshine2020 liverpool1892 football2023',
    'changeme123 newsroom2024 writethru2026 abcdefghij zyxwvutsrq asdfghjkl1 zxcvbnm123 motdepasse1 passwort2024 geheim12345',
    'michael1990 jennifer123 princess2010 dragonmaster superman1234 11111111111 qwerty123456 azertyuiop password!!!!!',
    'adamoran2019 AdaMoran123 estuaryherald estuaryherald1 moranada1999 Herald2024!',
  ];
  for (const password of tried.join(' ').split(' '))
    if ([...password].length >= 10)
      assert.match(passwordFault(password, own)?.detail ?? '', /tried first/, password);
});

test('length is asked for, not composition', () => {
  assert.match(passwordFault('short one')?.detail ?? '', /10 characters or more/);
  assert.match(passwordFault('ä'.repeat(9))?.detail ?? '', /10 characters or more/);
  assert.match(passwordFault('x'.repeat(201))?.detail ?? '', /200 characters or fewer/);
  for (const good of [
    'quay lantern wept ochre',
    'barge-otter-plinth',
    'ein Hering im Schrank',
    'ghjVt83kdpQz',
    'река и туман утром',
    '潮が満ちる前に橋を渡った夜',
    'tr8m ov3r th3 w3ir',
    'Ada and the estuary eels sing',
    'correct teapot umbrella fjord',
  ])
    assert.equal(passwordFault(good, own), null, good);
});

test('a password made to be slow to look at is answered at once', () => {
  for (const piece of ['a', 'ab', 'pass', 'theis', 'abcde', '1qaz'])
    passwordFault(piece.repeat(200).slice(0, 199) + '~', own);
});
