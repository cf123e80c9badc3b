import { withoutRadicals } from '../fold/radical-symbols'
import { lineIndex } from '../position/line-index'
import type { PageBreak, Paragraph, Root, Text } from '../tree'
import { findPageMarks } from './find-page-marks'
import { splitLines } from './split-lines'

/**
 * Reads plain text: every printed line becomes a paragraph of one text, page marks become page breaks.
 *
 * ```text
 * 一、总体情况        paragraph
 *                    data.gap 1 of the next paragraph
 * …管理和考 -1- 核…   paragraph, page break, paragraph
 * ```
 *
 * A line of white space alone is a gap, unless it holds a tab: that is an empty cell of a table copied out of Word.
 * Every character that is not blank is in exactly one text or page break.
 *
 * @param source any string; a byte order mark is skipped
 * @throws {TypeError} on anything but a string
 */
export function fromText(source: string): Root {
  if (typeof source !== 'string') throw new TypeError('Expected a string as the first argument of `fromText`')
  const { position } = lineIndex(source)
  const lines = splitLines(source)
  const marks = findPageMarks(source, lines)
  const children: Root['children'] = []
  let mark = 0
  let gap = 0
  for (const { start, end, newPage } of lines) {
    if (newPage) children.push(pageBreak(start - 1, start))
    let from = start
    for (; mark < marks.length && marks[mark]!.start < end; mark++) {
      addText(from, marks[mark]!.start)
      children.push(pageBreak(marks[mark]!.start, marks[mark]!.end))
      from = marks[mark]!.end
    }
    if (!addText(from, end) && from === start) gap++
  }
  return { type: 'root', children, position: position(0, source.length) }

  /** Adds the line, or the part of a line beside page marks, unless it is blank. */
  function addText(from: number, to: number): boolean {
    const value = withoutRadicals(source.slice(from, to))
    if (value.trim() === '' && !value.includes('\t')) return false
    const text: Text = { type: 'text', value, position: position(from, to) }
    const line: Paragraph = { type: 'paragraph', children: [text], position: text.position! }
    if (gap > 0) line.data = { gap }
    children.push(line)
    gap = 0
    return true
  }

  function pageBreak(from: number, to: number): PageBreak {
    return { type: 'pageBreak', value: source.slice(from, to), position: position(from, to) }
  }
}
