import { createHash } from 'node:crypto';
import path from 'node:path';
import { build, type Plugin } from 'vite';

/** Builds the service worker into one file behind the console, and tells it which files it is to keep. */
export function workerBuild(entry: string): Plugin {
  return {
    name: 'writethru-worker',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => name !== 'index.html' && !name.endsWith('.map'));
      const files = names.toSorted().map((name) => `/desk/${name}`);
      const page = bundle['index.html'];
      const version = createHash('sha256').update(JSON.stringify(files));
      const source = page?.type === 'asset' ? page.source : '';
      version.update(source);
      await build({
        configFile: false,
        root: path.dirname(entry),
        publicDir: false,
        logLevel: 'warn',
        define: {
          SHELL_FILES: JSON.stringify(files),
          SHELL_PAGE: JSON.stringify(createHash('sha256').update(source).digest('hex')),
          SHELL_VERSION: JSON.stringify(version.digest('hex').slice(0, 16)),
        },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: 'es2023',
          rolldownOptions: {
            input: { sw: entry },
            output: { entryFileNames: 'sw.js', format: 'iife', codeSplitting: false },
            treeshake: { moduleSideEffects: false },
          },
        },
      });
    },
  };
}
