import type { Table, TableCell, TableRow, Text } from '../tree'

/** A table of cells cut out of a text: `delimited`, since its cells are known; forms need not look for theirs in it. */
export function tableOf(rows: Table['children']): Table {
  const [first, last] = [rows[0]?.position, rows[rows.length - 1]?.position]
  return {
    type: 'table',
    layout: 'delimited',
    children: rows,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  }
}

/** A row of cells, each the texts that it is printed in. */
export function rowOf(texts: Text[][]): TableRow {
  const cells = texts.map((children): TableCell => ({ type: 'tableCell', children, ...placeOf(children) }))
  return { type: 'tableRow', children: cells, ...placeOf(texts.flat()) }
}

function placeOf(texts: Text[]) {
  const [first, last] = [texts[0]?.position, texts[texts.length - 1]?.position]
  return first && last ? { position: { start: first.start, end: last.end } } : {}
}
