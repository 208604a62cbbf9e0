import { freshDatabase } from '../../../test/support/postgres.ts';
import { migrationsContract } from '../contract/migrations.ts';
import { storageContract } from '../contract.ts';
import { openedOn, unmigratedOn } from './opened.ts';

storageContract('PostgreSQL', async () => openedOn(await freshDatabase()));
migrationsContract('PostgreSQL', async () => unmigratedOn(await freshDatabase()));
