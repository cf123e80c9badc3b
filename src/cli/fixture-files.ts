import type { Result } from '../types'
import { dumpTree, formatPosition } from './dump-tree'
import { excerpt } from './excerpt'
import { inOrder } from './format-findings'

/** The expected files of a test case, by name, as the text that they hold. */
export interface FixtureFiles {
  /** The report alone: provenance and checks are held by laws, not by fixtures. */
  'report.json': string
  /** A finding a block: place, severity, blame, rule and message, then the printed line with carets. */
  'diagnostics.txt': string
  'tree.txt': string
}

/** Writes down what a report gives, for a test case; the result must hold its tree. */
export function fixtureFiles(result: Result): FixtureFiles {
  return {
    'report.json': `${JSON.stringify(result.report, null, 2)}\n`,
    'diagnostics.txt': formatDiagnostics(result),
    'tree.txt': result.tree ? dumpTree(result.tree) : '',
  }
}

function formatDiagnostics({ diagnostics, source }: Result): string {
  return inOrder(diagnostics)
    .map(({ position, severity, blame, ruleId, message, pointers }) => {
      const head = [formatPosition(position), severity, blame, ruleId].filter((part) => part !== '').join(' ')
      const lines = [`${head}: ${message}`]
      if (pointers.length > 0) lines.push(`  ${pointers.slice(0, 4).join(' ')}${pointers.length > 4 ? ' …' : ''}`)
      if (position && source !== null) lines.push(...excerpt(source, position).map((line) => `  ${line}`))
      return `${lines.join('\n')}\n`
    })
    .join('\n')
}
