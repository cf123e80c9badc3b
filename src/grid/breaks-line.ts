/** Characters between two texts of a cell that are looked at. */
const MOST = 400

/**
 * Whether what stands between two texts of a cell breaks the line: a line feed, `<br>`, the end of a paragraph. Inline markup,
 * such as `<span>` in the middle of a number, does not.
 */
export function breaksLine(source: string, start: number, end: number): boolean {
  const between = source.slice(start, Math.min(end, start + MOST))
  return /[\r\n]|<\/?(?:br|p|div|li|tr|td)\b/i.test(between)
}
