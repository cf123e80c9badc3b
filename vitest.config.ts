import { defineConfig } from 'vitest/config'

/** Tests of the built package: they run what `npm run build` makes. */
const onPackage = ['test/cli.test.ts', 'test/docs.test.ts', 'test/entries.test.ts', 'test/package.test.ts']

export default defineConfig({
  test: {
    coverage: {
      // Coverage costs time: it is taken in CI alone.
      enabled: Boolean(process.env.CI),
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/cli/cli.ts', 'src/cli/worker.ts', 'src/types.ts', 'src/tree.ts'],
      reporter: ['text-summary', 'html'],
      thresholds: { statements: 95, lines: 95 },
    },
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: onPackage,
          setupFiles: ['test/setup.ts'],
          testTimeout: 60_000,
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], ignoreSourceErrors: true },
        },
      },
      {
        test: {
          name: 'package',
          include: onPackage,
          globalSetup: 'test/tools/build.ts',
          setupFiles: ['test/setup.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
})
