/** What stands before a figure to say that it grew or shrank. */
const signs = '[-+−－—–＋↑↓△▲▼增减]?'
const figure = new RegExp(`^${signs}[\\d０-９]+(?:[.,，．][\\d０-９]+)*(?![年月日])[^\\d\\s.,，．、）)]{0,3}$`)

/** True for what stands in a cell of figures: a number, its sign and a short unit perhaps, or a dash. `3.其他` is a label. */
export function isFigure(text: string): boolean {
  const value = text.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]/g, '')
  return figure.test(value) || /^[-−－—–/]{1,4}$/.test(value)
}
