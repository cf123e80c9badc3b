import { type Damage, hurt, type Operator, sheetsOf } from './damage-tools'
import type { Random } from './random'
import { type Cell, cellsOf, isHeadRow, pointersOf, type Sheet } from './sheet'

/**
 * Tables whose column headings stand in another order than the form's, or name another year beside its own. The headings say what each
 * figure is, so that a reader may read it or refuse it; by its place alone it would be read as something else.
 */
export const columnOperators: readonly Operator[] = [
  // 信息内容 │ 本年废止件数 │ 本年制发件数 │ 现行有效件数: no sum of this table would show it
  columns('reorderDisclosureColumns', 'disclosure', (sheet, random) => {
    for (const { rows } of blocksOf(sheet)) {
      const places = columnsOf(rows)
      if (places.length < 3) continue
      const [left, right] = random.shuffle(places).slice(0, 2)
      for (const row of rows) [row[left!], row[right!]] = [row[right!]!, row[left!]!]
    }
  }),
  // 信息内容 │ 本年处理决定数量 │ 上年处理决定数量
  columns('otherYearDisclosureColumns', 'disclosure', (sheet, random) => {
    const name = random.pick(otherYears)
    const before = random.chance(0.3)
    for (const { head, rows } of blocksOf(sheet)) {
      for (const column of columnsOf(rows).reverse()) {
        const text = head[column]!.text.replace(/^本年|^/u, name)
        for (const row of rows) {
          const reach = row.lastIndexOf(row[column]!) + 1
          row.splice(before ? column : reach, 0, besides(row, row[column]!, text, random))
        }
      }
    }
    // blocks with fewer columns: their last cells reach over what is left
    const width = Math.max(...sheet.rows.map(({ length }) => length))
    for (const row of sheet.rows) row.push(...Array<Cell>(width - row.length).fill(row.at(-1)!))
  }),
  // … │ 其他 │ 总计 │ 上年总计
  columns('otherYearTotal', 'requests', (sheet, random) => {
    const text = `${random.pick(otherYears)}总计`
    const added: Cell = { role: 'head', text }
    const at = random.pick([sheet.rows[0]!.length, sheet.rows[0]!.length - 1])
    for (const row of sheet.rows)
      row.splice(at, 0, isHeadRow(row) ? (row === sheet.rows[0] ? row.at(-1)! : added) : figure(random))
  }),
  // 总计 │ 自然人 │ 商业企业 │ …
  columns('totalFirst', 'requests', (sheet) => {
    for (const row of sheet.rows) row.splice(3, 0, row.pop()!)
  }),
  // 行政诉讼: 复议后起诉 │ 未经复议直接起诉
  columns('swapDisputeBlocks', 'disputes', (sheet) => {
    for (const row of sheet.rows) row.push(...row.splice(5, 5))
  }),
  // 行政诉讼 │ 行政复议
  columns('litigationFirst', 'disputes', (sheet) => {
    for (const row of sheet.rows) row.push(...row.splice(0, 5))
  }),
]

const otherYears = ['上年', '上一年度', '去年']

function columns(name: string, table: string, change: (sheet: Sheet, random: Random) => void): Operator {
  return {
    name,
    class: 'meaning',
    fits: ({ family }) => family !== 'run',
    amounts: [1],
    apply: (damage: Damage, _amount, random) => {
      for (const sheet of sheetsOf(damage, table)) {
        if (damage.columnsMoved || !sheet.rows.some(isHeadRow)) continue
        damage.columnsMoved = true
        change(sheet, random)
        hurt(damage, pointersOf(sheet.rows))
      }
    },
  }
}

interface PrintedBlock {
  head: Cell[]
  /** Its header and its rows of figures. */
  rows: Cell[][]
}

/** The blocks of table 二: a caption, a header, rows of figures. */
function blocksOf(sheet: Sheet): PrintedBlock[] {
  const blocks: PrintedBlock[] = []
  for (const row of sheet.rows) {
    if (row[0]!.role === 'caption') continue
    if (isHeadRow(row)) blocks.push({ head: row, rows: [row] })
    else blocks.at(-1)?.rows.push(row)
  }
  return blocks
}

/** Where the columns of figures of a block begin. */
function columnsOf(rows: readonly Cell[][]): number[] {
  const [head = []] = rows
  return cellsOf(head)
    .slice(1)
    .map((cell) => head.indexOf(cell))
}

/** What stands beside a heading or a figure in the column of the other year. */
function besides(row: readonly Cell[], cell: Cell, text: string, random: Random): Cell {
  return isHeadRow(row)
    ? { role: 'head', text }
    : { ...figure(random), text: /万|元/.test(cell.text) ? '31万元' : figure(random).text }
}

function figure(random: Random): Cell {
  return { role: 'value', text: String(random.integer(0, 60)) }
}
