import { placePoint } from './decimal'

/**
 * A part of a numeral: digits times 10^exponent. Parts descend and do not overlap, so that a numeral is written out by
 * setting its parts side by side; nothing is ever added.
 *
 *     一万五千亿  ->  1 · 10^12, 5 · 10^11
 */
export interface Part {
  low: string
  /** The digits of the upper end of a juxtaposed range; else the same. */
  high: string
  exponent: number
  /** The next part must end below this power of ten. */
  boundary: number
  /** The power of the scale that closed the group of this part; 0 while it is open. */
  closed: number
  /** 零 stands before it. */
  zero: boolean
}

/** Sets the parts side by side, with the zeros between them. */
export function writeOut(parts: Part[], digits: 'low' | 'high'): string {
  let written = ''
  let exponent = 0
  for (const part of parts) {
    if (written !== '') written += '0'.repeat(exponent - topOf(part))
    written += part[digits]
    exponent = part.exponent
  }
  return placePoint(written, exponent)
}

/** 零 stands where a place is empty, and nowhere else: 一百零三, 十万一千. */
export function zerosAreRight(parts: Part[]): boolean {
  return parts.every((part, index) => {
    const before = parts[index - 1]
    return !before || part.exponent < 0 || part.zero === topOf(part) < before.boundary
  })
}

/** The power of ten above a part's first digit. */
export function topOf(part: Part): number {
  return part.exponent + part.low.length
}
