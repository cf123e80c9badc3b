import type { Text } from '../tree'

/**
 * What stands for a soft line break when lines are healed into a paragraph: nothing between Chinese characters, a space
 * between two words or numbers of Latin writing; an address broken behind its dot stays whole. Texts of one line (`joined`) have none.
 *
 * ```text
 * …稳步推进政务公        …稳步推进政务公开工作
 * 开工作
 * zwgk@example.          zwgk@example.gov.cn
 * gov.cn
 * ```
 */
export function softBreak(left: string, right: Text): string {
  if (right.data?.joined) return ''
  return opens.test(right.value.charAt(0)) && ends.test(left.charAt(left.length - 1)) ? ' ' : ''
}

const ends = /[A-Za-z0-9,;:%)]/
const opens = /[A-Za-z0-9(]/
