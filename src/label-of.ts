import { bundledGrammars } from './bundled-grammars'
import { findLabels } from './find-labels'
import type { Pointer } from './types'

/**
 * The official Chinese labels of a place of the statutory tables, from table to cell.
 *
 * `labelOf('/requests/denied/stateSecret/total', '2021')` gives 收到和处理政府信息公开申请情况, 三、本年度办理结果,
 * （三）不予公开, 1.属于国家秘密, 申请人情况, 总计.
 *
 * @param pointer into a report: a cell, or a prefix (a table, a group of rows, a row)
 * @param edition `2019`, `2021`; null for the newest edition that has the place
 * @returns an empty list where the edition has no such place
 * @throws {TypeError} on a pointer that is no string
 */
export function labelOf(pointer: Pointer, edition: string | null): string[] {
  if (typeof pointer !== 'string')
    throw new TypeError('Expected a pointer such as `/requests/received/total` as the first argument of `labelOf`')
  const labels = findLabels(bundledGrammars, pointer, edition)
  return labels ? [...labels.table, ...labels.stub, ...labels.head] : []
}
