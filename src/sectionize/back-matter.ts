import { dateSpans } from '../date-spans'
import { isBody, isDate, isFurniture, isSentence, type RoleRange, whole } from './edges'
import type { Block } from './heal'
import { dateTail, sentenceEnds } from './outline-symbols'
import type { Words } from './words'

/**
 * Marks what stands behind the body: the signature, its date, page furniture.
 *
 * ```text
 * …情况。
 *                某某市财政局                      signature
 *                2022年1月13日                     date
 * 扫一扫在手机打开当前页                             furniture
 *
 * …良好地开展。 某某市财政局 2022年1月13日            the same at the end of a line
 * ```
 *
 * @param blocks the blocks from the first heading on
 * @param bodyStart where the body of each block begins behind its last heading
 */
export function markBack(blocks: Block[], bodyStart: number[], words: Words): RoleRange[][] {
  const ranges: RoleRange[][] = blocks.map(() => [])
  let last = blocks.length - 1
  while (last >= 0 && bodyStart[last] === 0 && isFurniture(blocks[last]!.view.text, words)) {
    ranges[last] = whole(blocks[last]!, 'furniture')
    last--
  }
  const text = (index: number) => (bodyStart[index] === 0 ? (blocks[index]?.view.text ?? '') : '')
  for (let index = last; index >= 0; index--) {
    if (ranges[index]!.length > 0) continue
    if (!blocks[index]!.tabbed && isDate(text(index))) {
      ranges[index] = whole(blocks[index]!, 'date')
      const signed = [index - 1, index + 1].find((at) => isBody(text(at), words))
      if (signed !== undefined) ranges[signed] = whole(blocks[signed]!, 'signature')
      markNotes(Math.min(index, signed ?? index))
      markLinks(Math.max(index, signed ?? index) + 1)
      return ranges
    }
    const tail = index < last - 2 ? [] : signedTail(blocks[index]!.view.text, bodyStart[index]!, words)
    if (tail.length > 0) {
      ranges[index] = tail
      return ranges
    }
  }
  if (last > 0 && isBody(text(last), words)) ranges[last] = whole(blocks[last]!, 'signature')
  return ranges

  /** Lines of the page behind the signature, and the list of links that one of them opens: 相关稿件. */
  function markLinks(from: number): void {
    let open = false
    for (let index = from; index <= last; index++) {
      const line = text(index)
      open = line !== '' && (isFurniture(line, words) || (open && line.length <= longestTail && !isSentence(line)))
      if (open && ranges[index]!.length === 0) ranges[index] = whole(blocks[index]!, 'furniture')
    }
  }

  /** Notes on the document above the signature: （此件主动公开）. */
  function markNotes(end: number): void {
    for (let index = end - 1; index >= 0 && words.furniture.at(text(index).replace(/^[（(]/, ''), 0) > 0; index--)
      if (isFurniture(text(index), words)) ranges[index] = whole(blocks[index]!, 'furniture')
  }
}

/** Body and date, or the date alone, behind the last sentence of a text. */
function signedTail(text: string, from: number, words: Words): RoleRange[] {
  const tail = text.slice(Math.max(from, text.length - longestTail))
  const offset = text.length - tail.length
  const date = dateSpans(tail).at(-1)
  if (!date || date.precision === 'year') return []
  const rest = tail.slice(date.end)
  // 某局 2015年2月9日 【打印】 【关闭】
  if (!dateTail.test(rest) && !(/^[\s\u3000]/.test(rest) && isFurniture(rest.trim(), words))) return []
  const end = text.length - rest.trimStart().length
  const dated: RoleRange[] = [
    { role: 'date', start: offset + date.start, end: dateTail.test(rest) ? text.length : end },
  ]
  if (!dateTail.test(rest)) dated.push({ role: 'furniture', start: end, end: text.length })
  let start = date.start
  while (start > 0 && !sentenceEnds.includes(tail[start - 1]!)) start--
  const between = tail.slice(start, date.start)
  const name = between.trim()
  // 审核人：王某　填报日期：2019年1月20日 dates the sheet that it closes.
  if (name === '' && /[：:][^：:]*[：:]$/.test(tail.slice(0, start))) return []
  if (name === '') return offset + start === from || start > 0 ? dated : []
  // Without a full stop before it (无 某某局 2022年1月13日) the name is what stands behind the last space.
  const space = Math.max(name.lastIndexOf(' '), name.lastIndexOf('\u3000'), name.lastIndexOf('\u00a0'))
  const signer = (isBody(name, words) ? name : name.slice(space + 1)).replace(/^[（(【[]/, '')
  if (!isBody(signer, words)) return []
  const at = offset + start + between.lastIndexOf(signer)
  // 某局办公室 2022年1月15日印发: who had it printed did not sign it.
  const role = tail.endsWith('印发') ? 'furniture' : 'signature'
  return [{ role, start: at, end: at + signer.length }, ...dated]
}

/** Characters of the longest signature with its date. */
const longestTail = 80
