import type { Config } from 'jest'

/** What goes wrong around the program: power, disks, locks, databases, kills. One at a time, in real time. */
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
  testMatch: ['<rootDir>/tests/faults/**/*.test.ts'],
  testTimeout: 120_000,
  // They measure delays, and two at once would measure each other.
  maxWorkers: 1,
  globalSetup: '<rootDir>/tests/postgres/global-setup.ts',
  globalTeardown: '<rootDir>/tests/postgres/global-teardown.ts',
}

// biome-ignore lint/style/noDefaultExport: Jest takes it from here.
export default config
