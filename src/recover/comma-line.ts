import type { Flow, Heading, Text } from '../tree'
import { commaCells, commaSpans } from './comma-cells'
import { type DelimitedLine, isBlank, isFigureCell, readLine } from './delimited-line'

/** Lines of a table with commas at least. */
const MIN_LINES = 3

/** The lines from `start` on that have as many cells parted by commas as the first; undefined where they are too few for a table. */
export function collectCommas(nodes: (Heading | Flow)[], start: number): DelimitedLine[] | undefined {
  const block: DelimitedLine[] = []
  let lines = 0
  let spans: number | undefined
  for (let at = start; at < nodes.length; at++) {
    const line = readLine(nodes[at]!)
    if (line?.delimiter === 'page') {
      block.push(line)
      continue
    }
    if (line?.delimiter !== 'comma') break
    const own = commaSpans(textOf(line))!.length
    spans ??= own
    if (own !== spans) break
    block.push(line)
    lines++
  }
  if (lines < MIN_LINES) return undefined
  while (block[block.length - 1]?.delimiter === 'page') block.pop()
  return block.map((line) => (line.delimiter === 'comma' ? { ...line, cells: commaCells(textOf(line)) } : line))
}

/** Prose has commas too, but not as many in each line, between figures and nothing. */
export function isCommaTable(block: DelimitedLine[]): boolean {
  const cells = block.flatMap((line) => line.cells)
  const bare = cells.filter((cell) => isBlank(cell) || isFigureCell(cell)).length
  return bare * 5 >= cells.length * 2
}

function textOf({ node }: DelimitedLine): Text {
  return (node as { children: Text[] }).children[0]!
}
