import type { Context } from '../context'
import { diagnose } from '../diagnose'
import { foldText } from '../fold/fold'
import type { Report, Section } from '../types'
import { textBelow } from './text-below'

/**
 * Names parts that repeat last year's (国办公开办函〔2021〕30号 calls 内容雷同 an offence): alike in nine tenths of their
 * runs of three characters, figures and years apart.
 */
export function checkRepeated(older: Report, newer: Report, context: Context): void {
  for (const [index, section] of newer.sections.entries()) {
    const last = older.sections.findIndex((other) => isSamePart(other, section))
    if (last < 0) continue
    const [a, b] = [older.sections[last]!, section].map((part) => masked(textBelow(part))) as [string, string]
    if (Math.min(a.length, b.length) < shortest) continue
    const alike = similarity(a, b)
    if (alike < mostAlike) continue
    diagnose(context, 'text-repeated', {
      pointers: [`/newer/sections/${index}`, `/older/sections/${last}`],
      position: section.position,
      values: { section: section.title, actual: Math.floor(alike * 100) },
    })
  }
}

const mostAlike = 0.9
/** Shorter parts (无。) are alike without any fault. */
const shortest = 100

function isSamePart(a: Section, b: Section): boolean {
  return a.role === null ? b.role === null && a.title === b.title : a.role === b.role
}

/** Without figures, years and punctuation. */
function masked(text: string): string {
  return foldText(text).replace(/[\d.%]|[^\p{L}]/gu, '')
}

/** Dice's coefficient over runs of three characters, each counted as often as it occurs: linear in both texts. */
function similarity(a: string, b: string): number {
  const runs = new Map<string, number>()
  for (let index = 0; index + 3 <= a.length; index++)
    runs.set(a.slice(index, index + 3), (runs.get(a.slice(index, index + 3)) ?? 0) + 1)
  let common = 0
  for (let index = 0; index + 3 <= b.length; index++) {
    const run = b.slice(index, index + 3)
    const left = runs.get(run) ?? 0
    if (left === 0) continue
    runs.set(run, left - 1)
    common++
  }
  return (2 * common) / (a.length + b.length - 4)
}
