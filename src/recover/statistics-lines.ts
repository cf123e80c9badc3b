import type { Flow, Heading, Table } from '../tree'
import { lineAt } from './statistics-cells'
import type { HeadingWords } from './statistics-headings'
import { readSpaced } from './statistics-spaced'
import { readStacked } from './statistics-stacked'

/** Reads a table that begins at `nodes[start]`: a row a line, cells apart by spaces; or a cell a line. */
export function readRowLines(
  nodes: (Heading | Flow)[],
  start: number,
  words: HeadingWords,
): { table: Table; length: number } | null {
  const line = lineAt(nodes, start)
  if (!line) return null
  const headings = words.read(line.value)
  if (headings) return readSpaced(nodes, start, line, headings, words)
  return words.roleOf(line.value) === undefined ? null : readStacked(nodes, start, words)
}
