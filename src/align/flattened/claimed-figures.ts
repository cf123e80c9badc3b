import type { Evidence, FigureEvidence } from '../../evidence/evidence'

/** More figures behind one label are hardly all its own. */
const MOST = 6

/**
 * The figures that are of another form (table 二 beside table 三): few of them right behind one of its labels, and amounts
 * (435.73万元, -4), which are no count.
 *
 * ```
 * 行政许可 146 一、本年新收 3 0 0 0 0 0 3       146 is claimed: it is no figure of table 三
 * ```
 *
 * @param evidence what is printed, as the form that is read sees it
 * @param foreign  labels of the other form in the same text
 */
export function claimedFigures(evidence: Evidence[], foreign: Evidence[]): Set<FigureEvidence> {
  const claimed = new Set<FigureEvidence>()
  const labels = foreign.filter(({ kind }) => kind === 'label')
  let run: FigureEvidence[] = []
  let before: Evidence | undefined
  const close = () => {
    const label = before
    if (
      label &&
      label.kind === 'word' &&
      run.length <= MOST &&
      labels.some(({ from, to }) => from < label.to && to > label.from)
    )
      for (const figure of run) claimed.add(figure)
    run = []
  }
  for (const item of evidence) {
    if (item.kind === 'figure') {
      run.push(item)
      if (labels.length > 0 && isAmount(item)) claimed.add(item)
      continue
    }
    if (run.length > 0) close()
    before = item
  }
  close()
  return claimed
}

function isAmount({ state, raw }: FigureEvidence): boolean {
  return state === 'number' && !isCount.test(raw)
}

/** Counts are whole and not negative. */
const isCount = /^[0-9０-９,，]+$/
