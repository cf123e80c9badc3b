/** Words that a table prints for "none": in sums they count like a dash (not 不适用, which says that nothing was asked). */
export const zeroWords: ReadonlySet<string> = new Set(['无', '無', '没有'])

/** Numbers of the parts of a report, from the first. */
export const partNumbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
