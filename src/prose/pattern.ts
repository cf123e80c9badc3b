import { foldText } from '../fold/fold'
import { figureMark } from './sentences'

/**
 * Makes a regular expression of a pattern of a `ProseRule`, for the frames of sentences.
 *
 * `收到…(公开|)申请{n}`: `…` is a gap in the clause, `(a|b)` either word, `{n}` the figure with fillers before it, `{year}` a year
 * (2016年, 今年, 全年). Gaps are bounded and hold no figure, and nothing repeats without bound, so that matching is linear in the
 * sentence.
 */
export function patternExpression(pattern: string, fillers: string): RegExp {
  const source = pattern
    .split(/(\{n\}|\{year\}|…|[(|)])/)
    .map((part, index) =>
      part === '{n}' && index > 1 ? `${fillers}${figureMark}` : (operators[part] ?? literal(part)),
    )
    .join('')
  return new RegExp(source, 'g')
}

/**
 * Words of which a sentence must hold one for the pattern to match: the longest literal of the pattern, else the words of a
 * group that is not optional. Looked for first, because most sentences hold none.
 */
export function anchorsOf(pattern: string): string[] {
  const parts = pattern
    .split(/(\([^()]*\)|\{n\}|\{year\}|…)/)
    .filter((part) => part !== '' && !(part in operators) && part !== '{n}')
  const literals = parts.filter((part) => !part.startsWith('(')).sort((a, b) => b.length - a.length)
  if (literals[0] && literals[0].length > 1) return [plainLiteral(literals[0])]
  const groups = parts.filter((part) => part.startsWith('(')).map((part) => part.slice(1, -1).split('|'))
  const required = groups.find((words) => words.every((word) => word !== ''))
  return (required ?? literals.slice(0, 1)).map(plainLiteral)
}

/** Up to three words that may stand between a pattern and its figure. */
export function fillerExpression(words: string[]): string {
  return words.length === 0 ? '' : `(?:${alternatives(words)}){0,3}`
}

/** Any of the words, the longest first. */
export function alternatives(words: string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|')
}

const operators: Record<string, string> = {
  '{n}': figureMark,
  '…': `[^${figureMark},;:.()]{0,30}?`,
  '{year}': '(?:20\\d\\d|[全今本当])年度?',
  '(': '(?:',
  '|': '|',
  ')': ')',
}

function literal(text: string): string {
  return escaped(plainLiteral(text))
}

/** A text as a regular expression that matches nothing else. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

/** Folded as the frames are, with list commas kept. */
function plainLiteral(text: string): string {
  return text.split('、').map(foldText).join('、')
}
