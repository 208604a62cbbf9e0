import type { AuthorInput } from '../commands/record-author.ts';
import type { Source } from './words.ts';

// Nobody here exists, and neither do the strait, its ferry or its newspaper.

export const ILSE = 'Ilse Barrow';
export const TOM = 'Tom Ketteridge';

export const AUTHORS: Required<AuthorInput>[] = [
  {
    name: ILSE,
    role: 'Night editor',
    bio: 'Eleven years on the late desk, and still picks up on the first ring. She, her strait and this whole night are invented: the story comes with Writethru, so that there is something to look at.',
  },
  {
    name: TOM,
    role: 'Reporter, Dunmarrow',
    bio: 'Covers the landing, the fish market and whatever the weather brings in. As invented as the harbor he stands in.',
  },
];

export const DUTY_OFFICER: Source = { speaker: 'Maren Tolley', role: 'coast guard duty officer' };
export const COXSWAIN: Source = { speaker: 'Peder Hallow', role: 'coxswain of the lifeboat Constance' };
export const SISTER: Source = { speaker: 'Ines Rowe', role: 'whose brother is aboard' };
export const SKIPPER: Source = {
  speaker: 'Anselmo Quadros',
  role: 'skipper of the trawler Boa Estrela',
  medium: 'by radio',
  interpreter: 'a coast guard interpreter',
};
export const COMPANY: Source = { speaker: 'Pellan Lines', role: 'owner of the Alder Grace' };
export const MAYOR: Source = { speaker: 'Ada Winterbourne', role: 'mayor of Dunmarrow' };
export const CAPTAIN: Source = { speaker: 'Ruth Ansell', role: 'captain of the Alder Grace' };
