import { after } from 'node:test';
import { migrationsContract } from '../contract/migrations.ts';
import { reusing } from '../contract/opened.ts';
import { storageContract } from '../contract.ts';
import { besideWriter, inline, unmigrated } from './opened.ts';

const threads = reusing(besideWriter);
after(threads.end);

storageContract('SQLite, reading and writing on one thread', inline);
storageContract('SQLite, beside the writer’s thread', threads.open);
migrationsContract('SQLite', 'sqlite', unmigrated);
