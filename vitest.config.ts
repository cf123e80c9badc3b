import { playwright } from '@vitest/browser-playwright'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { findBrowser } from './test/tools/find-browser'

/** Tests of the built package: they run what `npm run build` makes. */
const onPackage = ['test/cli.test.ts', 'test/docs.test.ts', 'test/entries.test.ts', 'test/package.test.ts']

/** No network, no updates, no sandbox (it fails as root). */
const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** The tests of the readers once more, in headless Chromium, where there is one. */
function browserProjects(executablePath: string | null): TestProjectConfiguration[] {
  if (executablePath === null) return []
  const provider = playwright({ launchOptions: { executablePath, args: flags } })
  return [
    {
      optimizeDeps: { include: ['fast-check', 'fflate', 'parse5', 'saxen', 'unpdf'] },
      test: {
        name: 'browser',
        include: ['test/readers/**/*.test.ts'],
        benchmark: { include: [] },
        setupFiles: ['test/tools/browser-setup.ts'],
        // Generous, for machines that are busy with other things: no test waits for the clock.
        testTimeout: 300_000,
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider,
          instances: [{ browser: 'chromium' }],
        },
      },
    },
  ]
}

export default defineConfig({
  test: {
    coverage: {
      // Coverage costs time: `npm run coverage` takes it.
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
          // Generous, for machines that are busy with other things: no test waits for the clock.
          testTimeout: 300_000,
          typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], ignoreSourceErrors: true },
        },
      },
      {
        test: {
          name: 'package',
          include: onPackage,
          benchmark: { include: [] },
          globalSetup: 'test/tools/build.ts',
          setupFiles: ['test/setup.ts'],
          testTimeout: 300_000,
        },
      },
      ...browserProjects(findBrowser()),
    ],
  },
})
