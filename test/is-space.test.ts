import { expect, test } from 'vitest'
import { isSpace } from '../src/position/is-space'

test('white space is what \\s has, of all codes', () => {
  const differing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
    (code) => isSpace(code) !== /\s/.test(String.fromCharCode(code)),
  )
  expect(differing).toEqual([])
})
