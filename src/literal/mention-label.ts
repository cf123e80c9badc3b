import { label } from '../../grammars/literals.json'
import { longestWord, makeTree } from './word-tree'

const leadingTree = /* @__PURE__ */ makeTree({ word: label.leading })
const trailingTree = /* @__PURE__ */ makeTree({ word: label.trailing }, true)

const punctuation: ReadonlySet<number> = /* @__PURE__ */ new Set(
  Array.from(label.punctuation, (character) => character.charCodeAt(0)),
)

/** A clause is looked back for at most this many characters. */
const longestClause = 120

/**
 * What a quantity counts: the clause before its number, from the last punctuation on, trimmed of years, connectives and verbs
 * of counting. A colon before the number closes its label.
 *
 *     2016年，全市共主动公开政府信息14.65万条  ->  全市共主动公开政府信息
 *     其中信函申请共计：3件                  ->  信函申请
 */
export function mentionLabel(text: string, start: number): string {
  const limit = Math.max(0, start - longestClause)
  let end = start
  while (end > limit && /[\s:："”]/.test(text[end - 1]!)) end--
  let begin = end
  while (begin > limit && !punctuation.has(text.charCodeAt(begin - 1))) begin--
  return trimStart(trimEnd(text.slice(begin, end).trim())).trim()
}

function trimStart(clause: string): string {
  let rest = clause.replace(/^(?:截至)?[0-9０-９]{4}\s*年度?(?:[0-9０-９]{1,2}\s*月(?:[0-9０-９]{1,2}\s*日)?)?/, '')
  for (;;) {
    const word = longestWord(leadingTree, rest, 0)
    if (!word || word.end === rest.length) return rest
    rest = rest.slice(word.end).trimStart()
  }
}

function trimEnd(clause: string): string {
  let end = clause.length
  for (;;) {
    const word = longestWord(trailingTree, clause, end - 1, -1)
    if (!word) return clause.slice(0, end)
    end = word.end + 1
    while (end > 0 && /\s/.test(clause[end - 1]!)) end--
  }
}
