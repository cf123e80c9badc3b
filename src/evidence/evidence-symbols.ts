/** Words that fill a cell in place of a figure: they are cells of a row, not words between its figures. */
export const emptyWords: ReadonlySet<string> = new Set(['无', '無', '暂无', '不适用', 'N/A', 'n/a'])
