import { foldUnit } from './fold-unit'
import { longestWord, makeTree, vocabulary, type Word } from './vocabulary'

/** What sort of unit a word is; `alone` units are units only where nothing else can be meant. */
export type UnitClass = keyof typeof vocabulary.units

const tree = /* @__PURE__ */ makeTree<UnitClass>(vocabulary.units)
const notBefore: Record<string, string> = vocabulary.notBefore

/** The longest measure word or unit that begins at `start`: 个工作日, 人次, 元, %, km. */
export function readUnit(text: string, start: number): Word<UnitClass> | undefined {
  return longestWord(tree, text, start)
}

/** Whether the characters behind a unit make it part of another word: 成 in 成功, 元 in 元旦. */
export function isPartOfWord(text: string, start: number, end: number): boolean {
  const following = notBefore[String.fromCharCode(foldUnit(text.charCodeAt(start)))]
  return end - start === 1 && following !== undefined && end < text.length && following.includes(text[end]!)
}
