/**
 * Levenshtein distance of two short texts: characters put in, left out or exchanged.
 *
 * @param most distances above it are not told apart: the result is then `most + 1`
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let i = 1; i <= left.length; i++) {
    const next = [i]
    let best = i
    for (let j = 1; j <= right.length; j++) {
      const change = row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)
      const value = Math.min(change, row[j]! + 1, next[j - 1]! + 1)
      next.push(value)
      if (value < best) best = value
    }
    if (best > most) return most + 1
    row = next
  }
  return Math.min(row[right.length]!, most + 1)
}
