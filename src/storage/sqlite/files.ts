import fs from 'node:fs';
import path from 'node:path';

export const databaseFile = (folder: string): string => path.join(folder, 'writethru.db');

/** One name for one folder, whatever path it was given by. */
export const busName = (folder: string): string => fs.realpathSync(folder);
