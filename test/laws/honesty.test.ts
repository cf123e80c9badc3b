import { expect, test } from 'vitest'
import { type Case, drawCase, formatCase, makeCase, parseCase } from '../arbitraries/case'
import type { DamageClass } from '../arbitraries/damage-tools'
import { judge, type Outcome } from '../arbitraries/judge'
import { parseRendering } from '../arbitraries/parse'
import './patience'

// Honesty: no damage makes a wrong value that no warning or error names, and none makes a value that is not printed.
// A failure prints replay lines for `npm run accuracy -- --case LINE`.

test('lossless damage: nothing wrong, not even with a diagnostic', () => {
  expect(replayLines('lossless', 80, ['wrongNamed', 'wrongSilent', 'invented'])).toEqual([])
})

test.each(['meaning', 'lossy'] as const)('%s damage: nothing wrong in silence, nothing invented', (kind) => {
  expect(replayLines(kind, 80, ['wrongSilent', 'invented'])).toEqual([])
})

test('undetectable damage invents nothing', () => {
  expect(replayLines('undetectable', 30, ['wrongSilent', 'invented'])).toEqual([])
})

/** Cases that were once read wrong in silence. */
const mended = [
  'seed=1216 layout=html-positioned ops=labelTypo(3)+breakLabelLines(0.2)',
  'seed=1824 layout=cells-indent ops=unitLine(1)+blankLines(1)',
  'seed=145 layout=columns ops=emptyCell(1)',
  'seed=1790 layout=columns-scrambled ops=emptyCell(1)',
  'seed=872 layout=pipe-label-below ops=mergeNumbers(1)',
  'seed=384 layout=items-shattered ops=none',
  'seed=746 layout=items-shattered ops=none',
  'seed=1526 layout=page-wide ops=swapAdjacentNumbers(2)',
  'seed=1642 layout=page ops=swapAdjacentNumbers(5)',
  'seed=332 layout=columns-collapsed ops=zeroToDash(1)+pageBreak(4)',
  'seed=521 layout=stripped-apart ops=zeroToWords(0.05)',
  'seed=617 layout=stripped-apart ops=ocrDigits(1)+emptyCell(2)',
  'seed=652 layout=page ops=splitNumber(2)+dropColumn(1)',
  'seed=801 layout=cells-indent ops=blankLines(1)+contentsPage(1)',
  'seed=959 layout=cells-gap ops=ocrDigits(2)+dropColumn(1)',
  'seed=1200 layout=items ops=otherYearTable(1)+dropRowUnbordered(2)',
  'seed=14543 layout=page ops=subtotalColumn(1)+dropColumn(1)',
  'seed=12551 layout=columns ops=emptyCell(2)',
  'seed=100091 layout=cells-indent ops=breakLabelLines(0.2)+blankLines(1)',
  'seed=100276 layout=html-positioned ops=ocrDigits(1)+swapAdjacentNumbers(2)+breakLabelLines(0.6)',
  'seed=100643 layout=tabs-trimmed ops=swapAdjacentNumbers(1)+emptyCell(5)',
  'seed=100813 layout=page-wide ops=mergeNumbers(5)+swapAdjacentNumbers(5)',
  'seed=100179 layout=columns ops=zeroToBlank(1)+pageBreak(1)',
  'seed=100596 layout=cells-wrapped ops=dropColumn(1)+subtotalColumn(1)',
  'seed=100978 layout=columns-scrambled ops=emptyCell(1)',
  'seed=20051 layout=stripped ops=zeroToBlank(0.5)',
  'seed=200065 layout=stripped-apart ops=emptyCell(2)',
  'seed=200294 layout=tabs-ragged ops=mergeRows(2)',
  'seed=200344 layout=lines-wrapped ops=swapAdjacentNumbers(2)+ocrDigits(1)',
  'seed=250560 layout=page ops=subtotalColumn(1)+emptyCell(1)',
  'seed=7641 layout=cells-indent ops=zeroToWords(0.05)',
  'seed=8606 layout=cells-indent ops=zeroWidthFigures(0.3)',
  'seed=7039 layout=cells-indent ops=none',
  'seed=8262 layout=cells-indent ops=zeroToBlank(0.05)',
  'seed=7665 layout=cells-indent ops=zeroToWords(1)',
  'seed=260084 layout=html-th ops=dropColumn(1)+subtotalColumn(1)',
  'seed=300011 layout=items-shattered ops=zeroToWords(0.05)+zeroToBlank(1)+breakLabelLines(0.6)',
  'seed=300082 layout=tabs-trailing ops=zeroToWords(1)',
  'seed=300026 layout=html ops=dropColumn(1)+reorderColumns(1)',
  'seed=410144 layout=tabs-broken ops=reorderColumns(1)+breakLabelLines(0.2)',
  'seed=500004 layout=items ops=zeroToBlank(0.5)',
  'seed=200529 layout=columns-scrambled ops=none',
  'seed=201705 layout=columns-scrambled ops=none',
  'seed=4655 layout=columns-scrambled ops=none',
  'seed=2590 layout=columns-scrambled ops=truncate(1)',
  'seed=2663 layout=labels-first ops=splitNumber(5)+emptyCell(2)',
  'seed=300927 layout=cells-indent ops=splitNumber(5)+swapAdjacentNumbers(2)',
  'seed=301241 layout=items-shattered ops=swapAdjacentNumbers(2)+dropHead(1)+pageBreak(4)',
  'seed=301350 layout=stripped-apart ops=emptyCell(2)',
  'seed=400188 layout=labels-first ops=emptyCell(5)+splitNumber(5)',
  'seed=4313 layout=lines-above ops=splitNumber(5)+swapAdjacentNumbers(5)',
  'seed=4586 layout=html-positioned ops=dropColumn(1)+subtotalColumn(1)+pageBreak(4)',
  'seed=500445 layout=cells-wrapped ops=swapAdjacentNumbers(5)+splitNumber(1)',
  'seed=504596 layout=lines-collapsed ops=splitNumber(2)+swapAdjacentNumbers(5)',
  'seed=505124 layout=cells-indent ops=subtotalColumn(1)+dropColumn(1)+headApart(1)',
  'seed=506764 layout=cells-wrapped ops=swapAdjacentNumbers(1)+splitNumber(1)',
  'seed=507846 layout=cells ops=swapAdjacentNumbers(5)+ocrDigits(1)',
  'seed=522360 layout=page-wide ops=digitMisread(2)+swapAdjacentNumbers(1)',
  'seed=522774 layout=pipe-label-below ops=emptyCell(5)+swapAdjacentNumbers(2)',
  'seed=523314 layout=pipe-bare ops=dropCell(2)+emptyCell(2)',
  'seed=523719 layout=stripped-apart ops=dropCell(1)',
  'seed=523770 layout=cells ops=dropColumn(1)+subtotalColumn(1)',
  'seed=524408 layout=page ops=dropRowUnbordered(2)+breakLabelLines(0.6)',
  'seed=524566 layout=page ops=subtotalColumn(1)+emptyCell(5)',
  'seed=524684 layout=page-wide ops=swapAdjacentNumbers(5)+breakLabelLines(0.2)',
  'seed=524821 layout=lines ops=ocrDigits(1)+reorderRows(1)',
  'seed=542463 layout=tabs-broken ops=otherYearTable(1)+dropRow(2)',
  'seed=542989 layout=page ops=reorderRows(2)+breakLabelLines(0.6)',
  'seed=543415 layout=items-shattered ops=swapAdjacentNumbers(5)+splitNumber(5)+unrelatedTable(1)',
  'seed=543600 layout=page-wide ops=swapAdjacentNumbers(1)+breakLabelLines(0.6)',
  'seed=543938 layout=columns-scrambled ops=splitNumber(5)',
  'seed=544928 layout=cells ops=dropColumn(1)+subtotalColumn(1)',
  'seed=547536 layout=page ops=swapAdjacentNumbers(2)+ordinalVariant(1)+contentsPage(1)',
  'seed=548013 layout=items ops=swapAdjacentNumbers(2)+fullwidthDigits(1)',
  'seed=551340 layout=items-shattered ops=contentsPage(1)+splitHanWithSpaces(0.4)',
  'seed=560514 layout=lines-wrapped ops=swapAdjacentNumbers(2)+barePageNumber(1)',
  'seed=565155 layout=lines ops=dropRowUnbordered(2)',
  'seed=124 layout=lines ops=litigationFirst(1)',
  'seed=6 layout=tabs-trimmed ops=swapDisputeBlocks(1)',
  'seed=214 layout=cells-wrapped ops=litigationFirst(1)',
  'seed=850 layout=html-entities ops=otherYearTotal(1)+blankTotals(1)',
  'seed=25 layout=cells-indent ops=zeroToWords(0.5)+otherYearDisclosureColumns(1)',
  'seed=244 layout=lines-wrapped ops=zeroToBlank(1)+otherYearDisclosureColumns(1)',
  'seed=2468 layout=lines ops=otherYearDisclosureColumns(1)+zeroToBlank(0.5)',
  'seed=561 layout=items ops=litigationFirst(1)+splitHanWithSpaces(0.1)',
  'seed=1475 layout=items-shattered ops=swapDisputeBlocks(1)',
]

test('cases that were once read wrong: nothing wrong in silence, nothing invented', () => {
  expect(faultsOf(mended.map(parseCase), ['wrongSilent', 'invented'])).toEqual([])
})

/** Figures that touch or hold what nobody sees: read wrong once, with a diagnostic or without. */
const overlapping = [
  'seed=219253 layout=items ops=zeroWidthFigures(0.3)+fullwidthDigits(1)',
  'seed=3556 layout=items ops=fullwidthDigits(0.3)',
  'seed=3556 layout=items ops=fullwidthDigits(1)',
  'seed=505148 layout=items-shattered ops=zeroWidthFigures(0.3)',
]

test('figures that touch: nothing wrong at all', () => {
  expect(faultsOf(overlapping.map(parseCase), ['wrongNamed', 'wrongSilent', 'invented'])).toEqual([])
})

/** The cases among the first seeds of a class in which a cell came out so. */
function replayLines(kind: DamageClass, count: number, outcomes: readonly Outcome[]): string[] {
  return faultsOf(
    Array.from({ length: count }, (_, index) => drawCase(50_000 + index, kind)),
    outcomes,
  )
}

function faultsOf(cases: readonly Case[], outcomes: readonly Outcome[]): string[] {
  return cases.flatMap((drawn) => {
    const { rendering, expected } = makeCase(drawn)
    const found = judge(parseRendering(rendering), expected).filter(({ outcome }) => outcomes.includes(outcome))
    return found.length > 0
      ? [`${formatCase(drawn)}: ${found.map(({ pointer, got }) => `${pointer} = ${got}`).join(', ')}`]
      : []
  })
}
