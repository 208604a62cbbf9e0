import { after } from 'node:test';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { migrationsContract } from '../contract/migrations.ts';
import { reusing } from '../contract/opened.ts';
import { storageContract } from '../contract.ts';
import { homeOn, unmigratedOn } from './opened.ts';

const databases = reusing(async () => homeOn(await freshDatabase()));
after(databases.end);

storageContract('PostgreSQL', databases.open);
migrationsContract('PostgreSQL', 'postgres', async () => unmigratedOn(await freshDatabase()));
