import { withoutRadicals } from '../fold/radical-symbols'
import type { LineIndex } from '../position/line-index'
import { sliceText } from '../position/slice-text'
import type { Text } from '../tree'
import type { TextRun } from './text-runs'

/** Collects the runs of one paragraph or cell line. */
export interface InlineTexts {
  add(run: TextRun): void
  /** Adds `[from, to)` of a run as it is: preformatted text. */
  keep(run: TextRun, from: number, to: number): void
  /** The text added last, '' where there is none or white space follows it. */
  last(): string
  /** True where something else than white space was added. */
  hasText(): boolean
  /** The texts so far, without blanks at their edges unless `verbatim`; the collection is empty afterwards. */
  take(verbatim?: boolean): Text[]
}

/**
 * Joins runs as a browser does: white space of the markup collapses to one space, or to nothing where a line of Chinese was
 * only wrapped in the source. No text holds a line break.
 *
 * ```
 * 本年⏎··新制作  →  本年新制作        Open⏎··Data  →  Open Data
 * ```
 *
 * @param lines finds line and column; null for a tree without a source, whose offsets then stand alone
 */
export function inlineTexts(lines: LineIndex | null): InlineTexts {
  let texts: Text[] = []
  let space: { run: TextRun; from: number; to: number; wrapped: boolean } | null = null

  function push(run: TextRun, from: number, to: number, value = withoutRadicals(run.value.slice(from, to))): void {
    const text: Text = { type: 'text', value }
    if (run.position && value.length === run.value.length) text.position = run.position
    else if (run.span && lines) {
      const [start, end] = run.span
      const isLiteral = end - start === run.value.length
      text.position = isLiteral ? lines.position(start + from, start + to) : lines.position(start, end)
    }
    texts.push(text)
  }

  function add(run: TextRun): void {
    const words = /[^\t\n\f\r ]+(?: [^\t\n\f\r ]+)*/g
    let done = 0
    for (let word = words.exec(run.value); word; word = words.exec(run.value)) {
      if (word.index > done) blank(run, done, word.index)
      if (space && texts.length > 0 && !(space.wrapped && isWide(lastOf(texts)) && isWide(word[0])))
        push(space.run, space.from, space.to, ' ')
      space = null
      done = word.index + word[0].length
      push(run, word.index, done)
    }
    if (done < run.value.length) blank(run, done, run.value.length)
  }

  function blank(run: TextRun, from: number, to: number): void {
    const wrapped = /[\n\r]/.test(run.value.slice(from, to))
    if (space) space.wrapped ||= wrapped
    else space = { run, from, to, wrapped }
  }

  function hasText(): boolean {
    return texts.some(({ value }) => !isBlank(value))
  }

  function take(verbatim = false): Text[] {
    const taken = verbatim && hasText() ? texts : trim(texts)
    texts = []
    space = null
    return taken
  }

  return {
    add,
    keep: (run, from, to) => {
      if (to > from) push(run, from, to)
    },
    last: () => (space ? '' : (texts[texts.length - 1]?.value ?? '')),
    hasText,
    take,
  }
}

/** Without white space, no-break and zero-width spaces at the edges. */
function trim(texts: Text[]): Text[] {
  let first = 0
  let last = texts.length
  while (first < last && isBlank(texts[first]!.value)) first++
  while (last > first && isBlank(texts[last - 1]!.value)) last--
  const kept = first === 0 && last === texts.length ? texts : texts.slice(first, last)
  if (kept.length === 0) return kept
  kept[0] = sliceText(kept[0]!, leadingBlanks(kept[0]!.value), kept[0]!.value.length)
  const end = kept[kept.length - 1]!
  kept[kept.length - 1] = sliceText(end, 0, end.value.length - trailingBlanks(end.value))
  return kept
}

const blankCharacter = /[\s\u200b\u200e\u200f\ufeff]/

function isBlank(value: string): boolean {
  return leadingBlanks(value) === value.length
}

function leadingBlanks(value: string): number {
  let count = 0
  while (count < value.length && isBlankAt(value, count)) count++
  return count
}

function trailingBlanks(value: string): number {
  let count = 0
  while (count < value.length && isBlankAt(value, value.length - 1 - count)) count++
  return count
}

/** Most letters are told by their code: printed ASCII, Chinese characters. */
function isBlankAt(value: string, at: number): boolean {
  const code = value.charCodeAt(at)
  if (code > 32 && code < 127) return false
  return !(code > 0x3000 && code < 0xd800) && blankCharacter.test(value[at]!)
}

function lastOf(texts: Text[]): string {
  return texts[texts.length - 1]!.value.slice(-1)
}

/** Chinese characters and full-width punctuation, which are written without spaces. */
function isWide(text: string): boolean {
  return /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…]/.test(text)
}
