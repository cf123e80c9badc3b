import type { Plugin } from 'unified'
import { parseSource } from '../parse-source'
import type { Root } from '../tree'
import type { ParseOptions } from '../types'

/**
 * Plugin that parses: text, Markdown or HTML, told apart by content unless `options.format` says, to a report tree.
 * Options are those of `parseReport`; default none.
 */
export const reportParse: Plugin<[ParseOptions?], string, Root> = function reportParse(options = {}) {
  this.parser = (document) => parseSource(document, options)
}
