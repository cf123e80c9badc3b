import { test } from 'vitest'
import { drawCase, makeCase } from '../arbitraries/case'
import { parseRendering } from '../arbitraries/parse'
import { expectPlain } from './expect-plain'
import './patience'

// Plain: results of damaged reports in every layout survive JSON and structuredClone.

test.each(['lossless', 'meaning', 'lossy'] as const)('%s', (kind) => {
  for (let seed = 1; seed <= 25; seed++) expectPlain(parseRendering(makeCase(drawCase(seed, kind)).rendering))
})
