import { storageContract } from '../contract.ts';
import { besideWriter, inline } from './opened.ts';

storageContract('SQLite, reading and writing on one thread', inline);
storageContract('SQLite, beside the writer’s thread', besideWriter);
