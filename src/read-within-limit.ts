import { createContext } from './context'
import { diagnose } from './diagnose'
import type { ParseOptions, ReportTree } from './types'

/**
 * Reads a string as far as `options.limits.characters` goes; what lies behind it is announced by `structure-limit`.
 *
 * @throws {TypeError} on wrong options
 */
export function readWithinLimit(source: string, options: ParseOptions, read: (text: string) => ReportTree): ReportTree {
  const context = createContext(source, options)
  const { characters } = context.limits
  if (source.length <= characters) return read(source)
  diagnose(context, 'structure-limit', {
    values: { what: 'the source in characters', actual: source.length, expected: characters },
  })
  const tree = read(source.slice(0, characters))
  return { ...tree, data: { ...tree.data, diagnostics: [...context.diagnostics, ...(tree.data?.diagnostics ?? [])] } }
}
