import { emptyWords } from './evidence-symbols'

/**
 * A text with the words of its cells blanked out, of the same length: 无 between the figures of a row, and units behind them.
 * Otherwise they are taken for characters of the label around:
 *
 *     1.信访举报投诉类
 *                        0件   无   0件   0件   0件   0件   0件
 *     申请
 */
export function withoutCellWords(text: string): string {
  return text
    .replace(rowOfFigures, (line) => line.replace(/\S+/g, (cell) => (emptyWords.has(cell) ? blank(cell) : cell)))
    .replace(rowOfUnits, (line) => line.replace(/[^\s0-9０-９,，.．]+/g, blank))
}

function blank(word: string): string {
  return ' '.repeat(word.length)
}

/** A figure, the cells of the same row without one, and the next figure. */
const rowOfFigures = /[0-9０-９](?:\s+[^\s0-9０-９]{1,3}){1,9}\s+(?=[0-9０-９])/g

/** Figures one behind the other with a unit each: `0件 12件`. */
const rowOfUnits =
  /(?<![^\s])[0-9０-９][0-9０-９,，.．]{0,14}\p{Script=Han}{1,2}(?:\s{1,200}[0-9０-９][0-9０-９,，.．]{0,14}\p{Script=Han}{1,2})+(?![^\s])/gu
