import { notBefore, units } from '../../grammars/literals.json'
import { isOneOf } from './characters'
import { foldUnit } from './fold-unit'
import { longestWord, makeTree, type Word } from './word-tree'

/** What sort of unit a word is; `alone` units are units only where nothing else can be meant. */
export type UnitClass = keyof typeof units

const tree = /* @__PURE__ */ makeTree(units)
const following: Record<string, string> = notBefore

/** The longest measure word or unit that begins at `start`: 个工作日, 人次, 元, %, km. */
export function readUnit(text: string, start: number): Word<UnitClass> | undefined {
  return longestWord(tree, text, start)
}

/** Whether the characters behind a unit make it part of another word: 成 in 成功, 元 in 元旦. */
export function isPartOfWord(text: string, start: number, end: number): boolean {
  if (end - start > 1) return false
  return isOneOf(text, end, following[String.fromCharCode(foldUnit(text.charCodeAt(start)))] ?? '')
}
