import type { Flow, Heading } from '../tree'
import { type DelimitedLine, isBlank, isFigureCell, readLine } from './delimited-line'

/** Lines of a table with commas at least. */
const MIN_LINES = 3

/** The lines from `start` on that have as many cells parted by commas as the first. */
export function collectCommas(nodes: (Heading | Flow)[], start: number): DelimitedLine[] {
  const block: DelimitedLine[] = []
  for (let at = start; at < nodes.length; at++) {
    const line = readLine(nodes[at]!)
    if (line?.delimiter === 'page') {
      block.push(line)
      continue
    }
    if (line?.delimiter !== 'comma' || line.cells.length !== (block[0] ?? line).cells.length) break
    block.push(line)
  }
  while (block[block.length - 1]?.delimiter === 'page') block.pop()
  return block
}

/** Prose has commas too, but not as many in each line, between figures and nothing. */
export function isCommaTable(block: DelimitedLine[]): boolean {
  const cells = block.flatMap((line) => line.cells)
  const bare = cells.filter((cell) => isBlank(cell) || isFigureCell(cell)).length
  return block.filter(({ delimiter }) => delimiter === 'comma').length >= MIN_LINES && bare * 5 >= cells.length * 2
}
