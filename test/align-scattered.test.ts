import { describe, expect, test } from 'vitest'
import { parseReport } from '../src/index'
import type { Pointer, Result } from '../src/types'
import { makeCase } from './arbitraries/case'
import './laws/patience'

const made = makeCase({ seed: 103, layout: 'scattered-totals', steps: [] })
const { source } = made.rendering
const whole = parseReport(source)
const requests = [...made.truth.figures].filter(([pointer]) => pointer.startsWith('/requests/'))

describe('columns printed behind the heading of the next table', () => {
  test('are read where the sums prove where they belong', () => {
    expect(requests.map(([pointer]) => readAt(whole, pointer))).toEqual(requests.map(([, { value }]) => value))
    expect(whole.diagnostics.filter(({ pointers }) => pointers.some((one) => one.startsWith('/requests')))).toEqual([])
  })

  test('are bound by order, rows at their labels too', () => {
    const kinds = new Set(requests.map(([pointer]) => whole.provenance[pointer]?.evidence))
    expect(kinds).toEqual(new Set(['order']))
  })

  test.each(figuresOf(source))(
    'with another figure at %i: no wrong value elsewhere, none without a finding',
    (at, raw) => {
      const changed = `${source.slice(0, at)}${Number(raw) + 7}${source.slice(at + raw.length)}`
      const result = parseReport(changed)
      const wrong = requests.filter(([pointer, { value }]) => {
        const read = readAt(result, pointer)
        const isChanged = result.provenance[pointer]?.position?.start.offset === at
        return read !== null && read !== value && !isChanged && !isNamed(result, pointer)
      })
      expect(wrong).toEqual([])
    },
  )

  test('are not read with one figure less, or one more', () => {
    const [at, raw] = figuresOf(source)[3]!
    for (const other of ['', `${raw} ${raw}`]) {
      const result = parseReport(`${source.slice(0, at)}${other}${source.slice(at + raw.length)}`)
      const totals = requests.filter(([pointer]) => pointer.endsWith('/total'))
      expect(totals.filter(([pointer]) => readAt(result, pointer) !== null)).toEqual([])
    }
  })
})

test('zeros behind the headings of table 四 are not its own while a row of table 三 is lost', () => {
  const { truth, rendering } = makeCase({ seed: 118, layout: 'scattered-pages', steps: [] })
  const result = parseReport(rendering.source.replace('（七）总计', ''))
  const disputes = [...truth.figures].filter(([pointer]) => pointer.startsWith('/disputes/'))
  const wrong = disputes.filter(([pointer, { value }]) => ![null, value].includes(readAt(result, pointer)))
  expect(wrong).toEqual([])
})

/** Some figures of the tables, with their places. */
function figuresOf(text: string): [number, string][] {
  const start = text.indexOf('一、本年新收')
  const all = [...text.matchAll(/(?<=\s)\d+(?=\s)/g)].filter(({ index }) => index > start)
  return all.filter((_, at) => at % 9 === 0).map(({ 0: raw, index }) => [index, raw])
}

function readAt({ report }: Result, pointer: Pointer): number | null {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((above, key) => (above as Record<string, unknown> | null)?.[key] ?? null, report)
  return value as number | null
}

function isNamed({ diagnostics }: Result, pointer: Pointer): boolean {
  return diagnostics.some(
    ({ severity, pointers }) =>
      severity !== 'info' && pointers.some((one) => one !== '' && (one === pointer || pointer.startsWith(`${one}/`))),
  )
}
