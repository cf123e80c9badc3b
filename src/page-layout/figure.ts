/** True for what stands in a cell of figures: a number, a short unit behind it perhaps, or a dash. `3.其他` is a label. */
export function isFigure(text: string): boolean {
  const value = text.replace(/[\s\u00a0]/g, '')
  return (
    /^[-+−－—–]?[\d０-９]+(?:[.,，．][\d０-９]+)*(?![年月日])[^\d\s.,，．、）)]{0,3}$/.test(value) ||
    /^[-−－—–/]{1,4}$/.test(value)
  )
}
