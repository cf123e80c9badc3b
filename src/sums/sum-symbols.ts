/** Words that a table prints for "none": in sums they count like a dash (not 不适用, which says that nothing was asked). */
export const zeroWords: ReadonlySet<string> = new Set(['无', '無', '没有'])
