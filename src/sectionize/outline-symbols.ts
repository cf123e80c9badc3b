/**
 * Marks that converters leave in a text and that are no part of it: `[image: ]`, `[bookmark: _GoBack]`, conditional comments
 * of Word (`<!--[if !supportLists]-->`), emphasis of Markdown, bullets and rules drawn with characters.
 */
export const noiseMark =
  /\[(?:image|bookmark|图片)[^\]\n]{0,80}\]|<!--[^>]{0,120}-->|<!\[[^>]{0,80}\]>|\*\*|__|[●◆■▲★□◇○•·▪◎※#>|]/y

/** Characters of the longest mark of a converter. */
export const longestNoise = 130

/** What closes a heading that stands before its text: 主动公开情况。 or 申请情况： */
export const headingClosers = '。：:！？!?'

/** All that stands behind the title of an empty part on one line: 收费情况 无 */
export const emptyPart = /\s+暂?无[。.]?\s*$/

/** What ends a sentence. */
export const sentenceEnds = '。！？!?；;：:…'

/** What may follow the end of a sentence. */
export const closingMarks = '”’"\'）)》】〕]』」'

/** Closing marks of a heading that are no part of its title. */
export const titleTail = /[\s\u200b\u2060\ufeff。．.：:；;，,、]+$/

/** What no title begins with: marks, and the nouns of a reference such as 第（一）项. */
export const titleReferences = '项款条目、，,；;。）)》】”的'

/** Conjunctions with which a title goes on behind a known one: 总体情况及主要成效. */
export const titleGoesOn = /^[及和与或的]/

/** What follows the words of a title inside a sentence: 年度报告的, 年度报告由. */
export const sentenceGoesOn = /^[的是为由与及和、，。；：》”）)]/

/** What may stand behind a date that is alone on its line: 2022年1月20日印发 */
export const dateTail = /^[\s)）\]】。印发]*$/

/** A figure with what it counts: 320件, 45%; not 2021年 or “12345”. */
export const statedFigure = /[0-9０-９]\s*[^\s0-9０-９年月日号”"’'）)、，,.]/
