import { configureGlobal } from 'fast-check'

// A failing property must be replayable: the seed is fixed unless one is given by hand (SEED=123 npm test).
const seed = Number(process.env.SEED ?? 20240101)
configureGlobal({ seed, verbose: 1 })
