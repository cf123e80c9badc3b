import { expect, test } from 'vitest'
import { parseReport } from '../../src/main-entry'
import type { Position, ReportTree } from '../../src/types'
import { textLayouts } from '../arbitraries/arbitrary-case'
import { type Case, drawCase, formatCase, makeCase } from '../arbitraries/case'
import './patience'

// Position: in text and Markdown every entry of the provenance quotes its place, and the tree nests.

test('raw is the source at its position', () => {
  for (const drawn of textCases(40)) {
    const { source } = makeCase(drawn).rendering
    for (const [pointer, { raw, position }] of Object.entries(parseReport(source).provenance)) {
      if (!position) continue
      const { start, end } = position
      expect(`${pointer} ${source.slice(start.offset, end.offset)}`, formatCase(drawn)).toBe(`${pointer} ${raw}`)
      expect(start.line).toBe(source.slice(0, start.offset).split(/\r\n|\r|\n/).length)
    }
  }
})

test('every number of a table stands in the source', () => {
  for (const drawn of textCases(40)) {
    const { report, provenance } = parseReport(makeCase(drawn).rendering.source)
    for (const name of ['disclosure', 'requests', 'disputes'] as const) {
      for (const [pointer, value] of numbers(report[name], `/${name}`)) {
        const entry = provenance[pointer]
        expect(entry?.state, `${formatCase(drawn)} ${pointer} ${value}`).toBe('number')
        expect(entry?.raw.trim()).not.toBe('')
        expect(entry?.position).toBeDefined()
      }
    }
  }
})

test('no two cells take the same digits', () => {
  for (const drawn of textCases(40)) {
    const { provenance } = parseReport(makeCase(drawn).rendering.source)
    const taken = Object.entries(provenance)
      .filter(
        ([pointer, { state, position }]) =>
          state === 'number' && position && /^\/(disclosure|requests|disputes)/.test(pointer),
      )
      .map(([pointer, { position }]) => ({ pointer, start: position!.start.offset, end: position!.end.offset }))
      .sort((a, b) => a.start - b.start)
    for (const [index, cell] of taken.entries()) {
      const next = taken[index + 1]
      if (next) expect(cell.end, `${formatCase(drawn)} ${cell.pointer} ${next.pointer}`).toBeLessThanOrEqual(next.start)
    }
  }
})

test('children lie inside their parents, in order', () => {
  for (const drawn of textCases(20)) {
    const { tree } = parseReport(makeCase(drawn).rendering.source, { tree: true })
    expectNested(tree!, formatCase(drawn))
  }
})

function* textCases(count: number): Generator<Case> {
  for (let seed = 1, found = 0; found < count; seed++) {
    const drawn = drawCase(seed, seed % 3 === 0 ? 'lossy' : 'lossless')
    if (!textLayouts.includes(drawn.layout)) continue
    found++
    yield drawn
  }
}

interface Node {
  type: string
  position?: Position
  children?: Node[]
}

function expectNested(node: ReportTree | Node, line: string): void {
  let last = node.position?.start.offset ?? 0
  for (const child of (node.children ?? []) as Node[]) {
    expectNested(child, line)
    if (!child.position) continue
    expect(child.position.start.offset, `${line}: ${child.type} in ${node.type}`).toBeGreaterThanOrEqual(last)
    if (node.position)
      expect(child.position.end.offset, `${line}: ${child.type} in ${node.type}`).toBeLessThanOrEqual(
        node.position.end.offset,
      )
    last = child.position.end.offset
  }
}

function numbers(value: unknown, pointer: string): [string, number][] {
  if (typeof value === 'number') return [[pointer, value]]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, child]) => numbers(child, `${pointer}/${key}`))
}

test('a cell in a radical of its font is quoted as printed', () => {
  const source = [
    '二、主动公开政府信息情况',
    '信息内容\t本年制发件数\t本年废止件数\t现行有效件数',
    '规章\t⽆\t0\t3',
    '行政规范性文件\t1\t0\t2',
    '信息内容\t本年处理决定数量',
    '行政许可\t5',
  ].join('\n')
  const { raw, state, position } = parseReport(source).provenance['/disclosure/rules/issued']!
  expect([raw, state]).toEqual(['⽆', 'text'])
  expect(source.slice(position!.start.offset, position!.end.offset)).toBe(raw)
})
