// Checks the files of this folder as far as a machine can without a container engine or a cluster, and says what it could not.
// usage: npm run deploy:check [-- --files]     --files = the files alone; else the Dockerfile's steps are gone through too
import fs from 'node:fs';
import { FILES, type Check } from './files.ts';
import {
  behindNginx,
  drains,
  makeImage,
  nginxAsksAgain,
  nginxTells,
  serve,
  temporaryFolder,
} from './image.ts';
import { tools } from './tools.ts';

const PORT = 18_090;

/** Whether nothing was wrong. */
async function told({ name, check }: Check): Promise<boolean> {
  try {
    const found = await check();
    console.log(
      found === null ? `– ${name}: not checked, the program for it is not here` : `✔ ${name}: ${found}`,
    );
    return true;
  } catch (error) {
    console.log(`✖ ${name}: ${(error as Error).message}`);
    return false;
  }
}

async function imageBySteps(): Promise<boolean> {
  const folder = temporaryFolder();
  try {
    if (!(await told({ name: 'deploy/Dockerfile', check: async () => makeImage(folder) }))) return false;
    const served = await serve(folder, PORT);
    try {
      const cached = await told({
        name: 'deploy/nginx.conf before it',
        check: () => behindNginx(served),
      });
      return (await told({ name: 'what it runs', check: () => drains(served) })) && cached;
    } finally {
      served.process.kill('SIGKILL');
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

tools.install();
const results: boolean[] = [];
const BEFORE_NODES: Check[] = [
  { name: 'deploy/nginx.conf before a node', check: nginxTells },
  { name: 'deploy/nginx.conf before one that breaks', check: nginxAsksAgain },
];
for (const one of [...FILES, ...BEFORE_NODES]) results.push(await told(one));
if (!process.argv.includes('--files')) results.push(await imageBySteps());
console.log(
  `– not checked here: the images are not pulled, built or run by a container engine; no cluster takes the manifests; no systemd starts the unit.`,
);
process.exitCode = results.every(Boolean) ? 0 : 1;
