/**
 * What stands for a soft line break when lines are healed into a paragraph: nothing between Chinese characters, a space
 * between two words or numbers of Latin writing.
 *
 * ```text
 * …稳步推进政务公        …稳步推进政务公开工作
 * 开工作
 * ```
 */
export function softBreak(left: string, right: string): string {
  return /[\w.,;:%)]$/.test(left) && /^[\w(]/.test(right) ? ' ' : ''
}
