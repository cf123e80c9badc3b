import type { Evidence } from '../../evidence/evidence'
import type { FormRow, FormRows } from './form-rows'

/** Rows of a form with the evidence that concerns them. */
export interface FormPart {
  rows: FormRow[]
  own: Evidence[]
}

/**
 * Divides the evidence among the blocks of a form where each is printed below its caption (第二十条第（五）项), so that a damaged
 * block does not hurt the others. Where captions are missing or stand elsewhere, the form is one part.
 *
 * ```
 * 第二十条第（一）项 … 规章 0 0 规范性文件 2 0 11        one part: a figure is missing
 * 第二十条第（五）项 … 行政许可 146                     another, which does not care
 * ```
 */
export function divideByCaptions({ rows: all }: FormRows, evidence: Evidence[]): FormPart[] {
  const rows = all.filter(({ labelled }) => labelled)
  const blocks = [...new Set(rows.map(({ block }) => block))]
  const starts = blocks.map((block) =>
    evidence.findIndex(
      (item) => item.kind === 'label' && item.spot.target.kind === 'caption' && item.spot.target.block === block,
    ),
  )
  const isDivided =
    blocks.length > 1 && starts.every((start, index) => start >= 0 && (index === 0 || start > starts[index - 1]!))
  if (!isDivided) return [{ rows, own: evidence }]
  const parts = blocks.map((block, index) => ({
    rows: rows.filter((row) => row.block === block),
    own: evidence.slice(index === 0 ? 0 : starts[index]!, starts[index + 1]),
  }))
  const isInPlace = parts.every(({ own }, index) =>
    own.every(
      (item) => item.kind !== 'label' || item.spot.target.kind !== 'stub' || item.spot.target.block === blocks[index],
    ),
  )
  return isInPlace ? parts : [{ rows, own: evidence }]
}
