import { everyPageIsForEveryone } from './everyone.ts';
import { ENGLISH } from './night/words.ts';

everyPageIsForEveryone(ENGLISH);
