import { assertOptions } from './assert-options'
import { assertTree } from './assert-tree'
import { type Context, createContext } from './context'
import { fromText } from './from-text/from-text'
import { captionOf } from './grid/caption-of'
import { toGrid } from './grid/to-grid'
import { readWithinLimit } from './read-within-limit'
import { recover } from './recover/recover'
import { stitchGrids } from './recover/stitch'
import type { Heading, Table } from './tree'
import type { Grid, ParseOptions, ReportTree } from './types'

/**
 * Every table of a document as a rectangular grid, in whatever layout it is printed: marked up, set with tabs or pipes, one cell a
 * line, or placed by coordinates. Pieces that a page break parts are joined.
 *
 * A string is read as far as `limits.characters` goes (10 million by default), a table as far as `limits.cells`. Grids have no
 * room to say that something was left out: `parseReport` with the same limits announces it by `structure-limit`.
 *
 * @param source  plain text or a tree; the main entry takes Markdown and HTML too
 * @param options `limits`; `grammars`, whose forms are found in running text without cell borders too (default none)
 * @throws {TypeError} on anything but a string or a `ReportTree`, and on wrong options
 */
export function recoverTables(source: string | ReportTree, options: ParseOptions = {}): Grid[] {
  assertOptions(options)
  if (typeof source !== 'string') assertTree(source)
  const read = typeof source === 'string' ? readWithinLimit(source, options, fromText) : source
  return recoverGrids(read, createContext(typeof source === 'string' ? source : null, options))
}

/** The same for a tree whose positions index `context.source`. */
export function recoverGrids(read: ReportTree, context: Context): Grid[] {
  const { children } = recover(read, context)
  const tables = flatten(children).flatMap((node, index, all) =>
    node.type === 'table' ? [{ grid: toGrid(node, captionOf(all, index), context), adjoins: adjoins(all, index) }] : [],
  )
  return stitchGrids(tables)
}

type Node = ReportTree['children'][number]

/** The content of sections in their place. */
function flatten(nodes: Node[]): Exclude<Node, { type: 'section' }>[] {
  return nodes.flatMap((node) => (node.type === 'section' ? flatten(node.children) : [node]))
}

/** Whether nothing but page breaks stands between a table and the one before it. */
function adjoins(nodes: (Heading | Table | Node)[], index: number): boolean {
  let before = index - 1
  while (nodes[before]?.type === 'pageBreak') before--
  return nodes[before]?.type === 'table'
}
