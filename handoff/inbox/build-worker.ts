import { workerData } from 'node:worker_threads'
import { build } from 'vite'

/** The thread of `build.ts`: one build, and it ends. */
export interface BuildWork {
  readonly sources: string
  /** Where the page goes; not there yet. */
  readonly folder: string
}

/** Browsers of 2023 and later. */
const TARGET = ['chrome117', 'edge117', 'firefox121', 'safari17']

const { sources, folder } = workerData as BuildWork

await build({
  root: sources,
  base: '/inbox/',
  configFile: false,
  envFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  worker: { format: 'es' },
  build: {
    outDir: folder,
    target: TARGET,
    // A policy that forbids inline code and data: URLs would stop them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
