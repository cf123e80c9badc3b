/**
 * All matches of a global expression, as `matchAll` gives them: without the copy of the expression that `matchAll` makes in every
 * call, which costs more than most of the searches.
 */
export function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  expression.lastIndex = 0
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    matches.push(match)
    if (match[0] === '') expression.lastIndex++
  }
  return matches
}
