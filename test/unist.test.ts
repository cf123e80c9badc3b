import { readFileSync } from 'node:fs'
import type { Node } from 'unist'
import { inspectNoColor } from 'unist-util-inspect'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parseReport } from '../src/index'

const source = readFileSync('fixtures/reports/shazhou-2022-pipes/input.md', 'utf8')
const tree = parseReport(source, { tree: true }).tree!

test('utilities for unist trees walk the tree: all cells are found, with their places', () => {
  const raws: string[] = []
  visit(tree, 'tableCell', (cell) => {
    for (const { value, position } of cell.children) {
      if (position) expect(source.slice(position.start.offset, position.end.offset)).toBe(value)
      raws.push(value)
    }
  })
  expect(raws).toContain('一、本年新收政府信息公开申请数量')
  expect(raws.length).toBeGreaterThan(200)
})

test('utilities for unist trees print the tree', () => {
  const node: Node = tree
  expect(inspectNoColor(node)).toMatch(/^root\[\d+\] \(1:1-\d+:\d+, 0-\d+\)/)
})
