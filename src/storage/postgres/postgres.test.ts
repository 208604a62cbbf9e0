import { freshDatabase } from '../../../test/support/postgres.ts';
import { storageContract } from '../contract.ts';
import { openedOn } from './opened.ts';

storageContract('PostgreSQL', async () => openedOn(await freshDatabase()));
