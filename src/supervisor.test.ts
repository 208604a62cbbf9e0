import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { heapOption } from './supervisor.ts';

test('V8 knows the option that threads are begun with', async () => {
  // One that it does not know it says so of, and ends; set while it runs, it is passed over.
  await promisify(execFile)(process.execPath, [heapOption(1), '-e', '0']);
});
