/** Where a pattern is found in a text with at most some edits. */
export interface ApproximateMatch {
  start: number
  end: number
  distance: number
}

/**
 * The best approximate occurrence of `pattern` within `[from, to)` of `text` (Sellers' algorithm): the least number of
 * characters added, left out or exchanged; of equals the first. Undefined where it takes more than `limit` edits.
 * Its work is the length of the range times that of the pattern.
 */
export function approximateMatch(
  text: string,
  pattern: string,
  from: number,
  to: number,
  limit: number,
): ApproximateMatch | undefined {
  const size = pattern.length
  if (lacksTooMuch(text, pattern, from, to, limit)) return undefined
  let cost = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) cost[row] = row
  let start = new Int32Array(size + 1).fill(from)
  let nextCost = new Int32Array(size + 1)
  let nextStart = new Int32Array(size + 1)
  let best: ApproximateMatch | undefined
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    nextCost[0] = 0
    nextStart[0] = at + 1
    for (let row = 1; row <= size; row++) {
      const exchange = cost[row - 1]! + (pattern.charCodeAt(row - 1) === code ? 0 : 1)
      const added = cost[row]! + 1
      const leftOut = nextCost[row - 1]! + 1
      const least = Math.min(exchange, added, leftOut)
      nextCost[row] = least
      if (least === exchange) nextStart[row] = row === 1 ? at : start[row - 1]!
      else nextStart[row] = least === added ? start[row]! : nextStart[row - 1]!
    }
    ;[cost, nextCost] = [nextCost, cost]
    ;[start, nextStart] = [nextStart, start]
    const distance = cost[size]!
    if (distance <= limit && (!best || distance < best.distance)) best = { start: start[size]!, end: at + 1, distance }
  }
  return best
}

/** More characters of the pattern are nowhere in the range than may be left out. */
function lacksTooMuch(text: string, pattern: string, from: number, to: number, limit: number): boolean {
  const range = text.slice(from, to)
  let lacking = 0
  for (let at = 0; at < pattern.length; at++) if (!range.includes(pattern[at]!) && ++lacking > limit) return true
  return false
}
