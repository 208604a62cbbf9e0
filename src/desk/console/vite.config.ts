import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { workerBuild } from './offline/worker-build.ts';

/** Sentences of one language are one piece, whatever their areas. */
const language = (id: string): string | null => {
  const tag = /render\/languages\/desk\/(\w+)\//.exec(id)?.[1];
  return tag === undefined || tag === 'en' ? null : `words-${tag}`;
};

/** Built by `scripts/ensure.mjs` into `build/desk`, from where the server reads it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  plugins: [react(), workerBuild(`${import.meta.dirname}/sw.ts`)],
  build: {
    outDir: '../../../build/desk',
    emptyOutDir: true,
    target: 'es2023',
    // `light-dark()` and anchors are written as they are: older browsers do without.
    cssTarget: 'chrome135',
    // Preloads are written by a script of Vite's own into the page; our policy takes no inline script.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Which piece needs which: for the test of how much a first visit loads.
    manifest: 'pieces.json',
    rolldownOptions: {
      input: { index: `${import.meta.dirname}/index.html` },
      output: {
        entryFileNames: 'assets/[name]-[hash].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
        codeSplitting: {
          groups: [
            { name: language, debugName: 'words' },
            // One piece that comes with the page: a screen's style then stands after the style of what it is made of.
            { name: 'kit', test: /\/console\/kit\// },
          ],
        },
      },
    },
  },
});
