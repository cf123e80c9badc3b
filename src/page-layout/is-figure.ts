/** What stands before a figure to say that it grew or shrank. */
const signs = '[-+−－—–＋↑↓△▲▼增减]?'
const figure = new RegExp(`^${signs}[\\d０-９]+(?:[.,，．][\\d０-９]+)*(?![年月日])[^\\d\\s.,，．、）)]{0,3}$`)

/** Words that stand in a cell for no figure. */
const none = /^(?:无|零|不适用|N\/A)$/i

/** True for what stands in a cell of figures: a number, its sign and a short unit perhaps, a dash, a word for none. `3.其他` is a label. */
export function isFigure(text: string): boolean {
  if (/^\d+$/.test(text)) return true
  const value = text.replace(/[\s\p{Cf}]/gu, '')
  return figure.test(value) || none.test(value) || /^[-−－—–/]{1,4}$/.test(value)
}
