import { defineConfig } from 'vitest/config'
import { PATIENCE } from './tests/support/patience.ts'

const patience = { poll: { timeout: PATIENCE } }

export default defineConfig({
  test: {
    reporters: ['default', './tests/support/counts-reporter.ts'],
    // Half of a test's time is waiting: a build for its files, a page for its server.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Rules keep nothing between tests, and loading Sanity anew for each file takes longer than the tests.
          isolate: false,
          include: ['{core,schemas,studio,scripts}/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Builds of the whole site and pages in Chromium.
        test: {
          name: 'site',
          include: ['site/**/*.test.ts'],
          environment: 'node',
          expect: patience,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'lake',
          include: ['lake/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      './edge/vitest.config.ts',
      {
        test: {
          name: 'journeys',
          include: ['tests/**/*.journey.ts'],
          environment: 'node',
          sequence: { groupOrder: 1 },
          expect: patience,
          testTimeout: 480_000,
          hookTimeout: 480_000,
        },
      },
    ],
  },
})
