import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flattenNesting } from '../../src/from-html/flatten-nesting'

test('markup within the limit stays as it is', () => {
  const markup = '<ul><li>甲<li>乙<p>丙<p>丁</ul><br><img src="a>b"><script>"<i><i><i>"</script>'
  expect(flattenNesting(markup, 4)).toEqual({ markup, deepest: 3 })
})

test('tags beyond the limit are blanked, their text stays at its offset', () => {
  expect(flattenNesting('<i><i><i>7</i></i></i>', 2)).toEqual({ markup: '<i><i>   7    </i></i>', deepest: 3 })
})

test('the end of a formatting element closes it alone, that of a block all that is open in it', () => {
  // A parser goes on with <i> behind </b>, but not behind </div>.
  expect(flattenNesting('<b><i></b><u>', 9).deepest).toBe(2)
  expect(flattenNesting('<i><b></i><u><s>', 9).deepest).toBe(3)
  expect(flattenNesting('<div><i></div><u>', 9).deepest).toBe(2)
})

test('law: nothing but tags is blanked, and the nesting of the result keeps to the limit', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<td>',
    '</td>',
    '<table>',
    '</table>',
    '甲',
    '<br>',
    '<',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (pieces, limit) => {
      const given = pieces.join('')
      const { markup } = flattenNesting(given, limit)
      expect(markup).toHaveLength(given.length)
      expect(markup.replace(/[^甲]/g, '')).toBe(given.replace(/[^甲]/g, ''))
      expect(flattenNesting(markup, limit).deepest).toBeLessThanOrEqual(limit)
    }),
  )
})
