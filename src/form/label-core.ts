import { foldText } from '../fold/fold'

/** A label in the forms in which it is compared. */
export interface LabelCore {
  /** Folded, without its ordinal and without punctuation: `属于国家秘密`. */
  core: string
  /** The same without what stands in parentheses at its end; equal to `core` where nothing does. */
  short: string
  /** Its ordinal in one style of each kind, `(3)` for （三） and (三), `3.` for 3、 and ⒊; '' where it has none. */
  ordinal: string
}

/**
 * Takes a printed label apart for comparing.
 *
 * ```
 * （二）部分公开（区分处理的，只计这一情形）   →   ordinal (二), core 部分公开区分处理的只计这一情形, short 部分公开
 * ```
 */
export function labelCore(printed: string): LabelCore {
  return foldedCore(foldText(printed))
}

/** The same for a text that is folded already. */
export function foldedCore(folded: string): LabelCore {
  const mark = ordinalMark.exec(folded)
  const rest = mark ? folded.slice(mark[0].length) : folded
  const core = letters(rest)
  const short = letters(withoutAddition(rest))
  return { core, short: short === '' ? core : short, ordinal: mark ? ordinalOf(mark) : '' }
}

const ordinalMark =
  /^(?:\(([一二三四五六七八九十\d]{1,3})\)|([一二三四五六七八九十]{1,3})[,.]|(\d{1,2})[.,)]?(?=\p{Script=Han}|"|\())/u

function ordinalOf([, bracketed, chinese, digits]: RegExpExecArray): string {
  if (bracketed !== undefined) return /\d/.test(bracketed) ? `${bracketed}.` : `(${bracketed})`
  return chinese !== undefined ? `${chinese},` : `${digits}.`
}

/** Letters and digits alone: quotes, commas and slashes come and go. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

/** `本年收费金额(单位:万元)` without its closing parentheses, nested ones too. */
function withoutAddition(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === ')') {
    const open = openingOf(text, end - 1)
    if (open < 0) break
    end = open
  }
  return text.slice(0, end)
}

/** Where the bracket that closes at `close` opens; -1 where it does not. */
function openingOf(text: string, close: number): number {
  for (let at = close, depth = 0; at >= 0; at--) {
    if (text[at] === ')') depth++
    else if (text[at] === '(' && --depth === 0) return at
  }
  return -1
}
