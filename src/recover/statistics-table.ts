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

/** A row of cells, one a text. */
export function rowOf(texts: Text[]): TableRow {
  const cells = texts.map((text): TableCell => ({ type: 'tableCell', children: [text], ...placeOf([text]) }))
  return { type: 'tableRow', children: cells, ...placeOf(texts) }
}

function placeOf(texts: Text[]) {
  const [first, last] = [texts[0]?.position, texts[texts.length - 1]?.position]
  return first && last ? { position: { start: first.start, end: last.end } } : {}
}
