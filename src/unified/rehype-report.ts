import type { Root as HastRoot } from 'hast'
import type { Plugin } from 'unified'
import { createContext } from '../context'
import { type HtmlOptions, readPage } from '../from-html/from-hast'
import type { Root } from '../tree'

/**
 * Plugin that makes the report tree of an HTML tree: for pipelines that begin with `rehype-parse`. Options are the limits and
 * the wording of the reader; default none.
 */
export const rehypeReport: Plugin<[HtmlOptions?], HastRoot, Root> =
  (options = {}) =>
  (tree, file) => {
    const source = String(file)
    return readPage(tree, source, createContext(source, options))
  }
