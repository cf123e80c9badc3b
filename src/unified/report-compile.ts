import type { Plugin } from 'unified'
import { bundledGrammars } from '../bundled-grammars'
import { parseTree } from '../parse-report'
import type { Root } from '../tree'
import type { ParseOptions, Result } from '../types'
import { toMessage } from './to-message'

declare module 'unified' {
  interface CompileResultMap {
    /** What `reportCompile` puts into `file.result`. */
    OgiReportResult: Result
  }
}

/**
 * Plugin that compiles: a report tree to `file.result`, a `Result` whose positions index the file. Every diagnostic becomes a
 * message of the file. Options are those of `parseReport`; default: the bundled grammars, English messages.
 */
export const reportCompile: Plugin<[ParseOptions?], Root, Result> = function reportCompile(options = {}) {
  this.compiler = (tree, file) => {
    const result = parseTree(tree as Root, String(file), { grammars: bundledGrammars, ...options })
    file.messages.push(...result.diagnostics.map(toMessage))
    return result
  }
}
