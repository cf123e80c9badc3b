import { configureGlobal } from 'fast-check'

// As test/setup.ts, where there is no process.
configureGlobal({ seed: 20240101, verbose: 1 })
