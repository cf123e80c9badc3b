import { fold } from '../fold/fold'
import { parseUnit } from '../literal/unit'
import type { StatisticsRule } from '../types'

/** The first cell of a row of a statistics table. */
export interface RowLabel {
  /** Without 其中： and without its number. */
  text: string
  depth: number
  /** It opens a list of parts (其中). */
  opensParts: boolean
  /** Printed in brackets at its end: 收费（万元）. */
  unit: string | null
}

/**
 * Reads the labels of one table from top to bottom; the depth of a row follows from its number and from 其中.
 *
 * ```
 * 一、主动公开情况                  0
 * （一）主动公开政府信息数            1
 * 其中：主动公开规范性文件数          2   one below the row before
 * 制发规范性文件总数                 2   unnumbered among numbered rows: still of that list
 * 1.政府公报公开政府信息数            2
 * ```
 */
export function labelReader(rule: StatisticsRule): (printed: string, isPart: boolean) => RowLabel {
  const opening = rule.partsOpen.map(({ text }) => text)
  /** Depth of each style of number that is open. */
  let open: { style: number; depth: number }[] = []
  let last = -1
  let numberedTop = false

  function depthOf(style: number | null, isPart: boolean): number {
    if (style === 0) {
      numberedTop = true
      open = []
      return 0
    }
    if (isPart) {
      const depth = last + 1
      open = open.filter((entry) => entry.depth < depth)
      if (style !== null) open.push({ style, depth })
      return depth
    }
    if (style === null) {
      if (numberedTop && last > 0) return last
      open = []
      return 0
    }
    const same = open.findIndex((entry) => entry.style === style)
    if (same >= 0) {
      open = open.slice(0, same + 1)
      return open[same]!.depth
    }
    open = open.filter((entry) => entry.style < style)
    const above = open[open.length - 1]?.depth ?? (last < 0 && style > 1 ? -1 : 0)
    open.push({ style, depth: above + 1 })
    return above + 1
  }

  return (printed, isPart) => {
    const { text, style, opensParts } = stripNumber(printed, opening)
    last = depthOf(style, isPart || opensParts)
    return { text: text || printed, depth: last, opensParts: isPart || opensParts, unit: unitInBrackets(text) }
  }
}

/** A label without 其中： and its number. */
export function stripNumber(
  printed: string,
  opening: string[],
): { text: string; style: number | null; opensParts: boolean } {
  const folded = fold(printed)
  const opener = opening.find((word) => folded.text.startsWith(word))
  const start = opener === undefined ? 0 : /^[:,]?/.exec(folded.text.slice(opener.length))![0].length + opener.length
  const { style, length } = readNumber(folded.text.slice(start), printed.slice(folded.offset(start)))
  return { text: printed.slice(folded.offset(start + length)).trim(), style, opensParts: opener !== undefined }
}

/** Styles of numbers from the outermost in, on folded text: 一、 （一） 1. （1） ①. */
const numberStyles = [
  /^[一二三四五六七八九十]{1,3}[,.]/,
  /^\([一二三四五六七八九十]{1,3}\)/,
  /^\d{1,2}[.,](?!\d)/,
  /^\(\d{1,2}\)/,
]

const circled = /^[①-⑳]/

function readNumber(text: string, printed: string): { style: number | null; length: number } {
  if (circled.test(printed))
    return { style: numberStyles.length - 1, length: printed.charAt(0).normalize('NFKC').length }
  for (const [style, pattern] of numberStyles.entries()) {
    const [found] = pattern.exec(text) ?? []
    if (found !== undefined) return { style, length: found.length }
  }
  return { style: null, length: 0 }
}

function unitInBrackets(text: string): string | null {
  const [, inside] = /[（(]([^（()）]{1,6})[)）]$/.exec(text) ?? []
  return inside !== undefined && parseUnit(inside) ? inside : null
}
