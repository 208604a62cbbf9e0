import { everyPageIsForEveryone } from './everyone.ts';
import { ARABIC } from './night/words.ts';

everyPageIsForEveryone(ARABIC);
