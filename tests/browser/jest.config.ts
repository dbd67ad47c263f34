import type { Config } from 'jest'

const config: Config = {
  rootDir: '../..',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  // A browser and a gateway each; more at once only make both slow.
  maxWorkers: 1,
  testTimeout: 60_000,
}

// biome-ignore lint/style/noDefaultExport: Jest takes it from here.
export default config
