import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'

/**
 * Makes nodes of the tokens of a pipe table, as `mdast-util-gfm-table` does; that package brings a writer of Markdown along,
 * more modules than everything else that reads it.
 */
export const tableNodes: Extension = {
  enter: {
    table(token) {
      this.enter({ type: 'table', children: [] }, token)
    },
    tableRow(token) {
      this.enter({ type: 'tableRow', children: [] }, token)
    },
    tableHeader: enterCell,
    tableData: enterCell,
  },
  exit: {
    table: leave,
    tableRow: leave,
    tableHeader: leave,
    tableData: leave,
    codeText: leaveCode,
  },
}

function enterCell(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'tableCell', children: [] }, token)
}

function leave(this: CompileContext, token: Token): undefined {
  this.exit(token)
}

/** A pipe in code is escaped only where it would end the cell. */
function leaveCode(this: CompileContext, token: Token): undefined {
  const value = this.resume()
  const node = this.stack[this.stack.length - 1]
  const inCell = this.stack.some(({ type }) => type === 'tableCell')
  if (node?.type === 'inlineCode') node.value = inCell ? value.replace(/\\([\\|])/g, pipe) : value
  this.exit(token)
}

/** `\|` is a pipe, `\\` stays. */
function pipe(printed: string, character: string): string {
  return character === '|' ? character : printed
}
