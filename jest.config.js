/** Tests are ESM TypeScript, compiled by swc; worker threads run from dist/, which `npm test` builds first. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' }, sourceMaps: 'inline' },
    ],
  },
  testTimeout: 60_000,
  maxWorkers: 2,
  // what test files leave behind in a worker slows down those that come after them
  workerIdleMemoryLimit: '1GB',
};
