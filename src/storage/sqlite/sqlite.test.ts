import { migrationsContract } from '../contract/migrations.ts';
import { storageContract } from '../contract.ts';
import { besideWriter, inline, unmigrated } from './opened.ts';

storageContract('SQLite, reading and writing on one thread', inline);
storageContract('SQLite, beside the writer’s thread', besideWriter);
migrationsContract('SQLite', unmigrated);
